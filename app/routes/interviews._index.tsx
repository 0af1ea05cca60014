import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useStrings } from "~/i18n/strings";
import { InterviewList } from "~/interviews/components/interview-list";
import { INTERVIEWS_PER_PAGE, listPublicInterviews } from "~/interviews/public-queries.server";
import { depsOf } from "~/platform/deps.server";
import { notFound, pageOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const page = pageOf(url);
  const { items, total, nextChangeAt } = await listPublicInterviews(depsOf(context), page);
  if (page > 1 && items.length === 0) throw notFound();
  keepPage(context, { tags: ["interviews", "everything"], validUntil: nextChangeAt });
  return { items, total, page, pageSize: INTERVIEWS_PER_PAGE, search: url.search };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ interviews: { list } }) => ({ title: list.title, description: list.description }));

export default function Interviews() {
  const { items, total, page, pageSize, search } = useLoaderData<typeof loader>();
  const { list } = useStrings().interviews;
  return (
    <Page title={list.title} lead={<p>{list.lead}</p>} breadcrumbs={[{ label: list.title }]}>
      <InterviewList items={items} />
      <Pagination page={page} pageSize={pageSize} total={total} search={search} />
    </Page>
  );
}

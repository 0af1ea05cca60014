import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { useStrings } from "~/i18n/strings";
import { depsOf } from "~/platform/deps.server";
import { notFound, pageOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { ExceptionTable } from "~/policies/components/exception-table";
import { listExceptions } from "~/policies/public-exceptions.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const page = pageOf(url);
  keepPage(context, { tags: ["policies", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const found = await listExceptions(depsOf(context), { page, pageSize: PAGE_SIZE });
  if (page > 1 && found.items.length === 0) throw notFound();
  return { ...found, page, search: url.search };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ policies: { exceptions } }) => ({
    title: exceptions.title,
    description: exceptions.description,
  }));

export default function Exceptions() {
  const { items, total, page, search } = useLoaderData<typeof loader>();
  const { exceptions, materials } = useStrings().policies;
  return (
    <Page
      title={exceptions.title}
      lead={<p>{exceptions.lead}</p>}
      breadcrumbs={[{ label: materials.title, href: "/interpretations" }, { label: exceptions.title }]}
      width="wide"
    >
      <ExceptionTable items={items} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
    </Page>
  );
}

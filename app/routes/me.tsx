import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/accounts/session.server";
import { OwnComments } from "~/consultations/components/own-comments";
import { ownComments } from "~/consultations/receipt-queries.server";
import { useStrings } from "~/i18n/strings";
import { depsOf } from "~/platform/deps.server";
import { pageOf, PRIVATE } from "~/platform/http.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const person = await requirePerson(request, deps);
  const url = new URL(request.url);
  const page = pageOf(url);
  return { ...(await ownComments(person, deps, { page, pageSize: PAGE_SIZE })), page, search: url.search };
}

export const headers: HeadersFunction = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ receipts }) => ({ title: receipts.me.title, hidden: true }));

export default function Me() {
  const { items, total, page, search } = useLoaderData<typeof loader>();
  const { me } = useStrings().receipts;
  return (
    <Page title={me.title} lead={<p>{me.lead}</p>} breadcrumbs={[{ label: me.title }]} width="wide">
      <OwnComments items={items} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
    </Page>
  );
}

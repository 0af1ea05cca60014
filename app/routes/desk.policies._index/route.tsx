import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { handledUnits } from "~/consultations/desk-queries.server";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { depsOf } from "~/platform/deps.server";
import { filterOf, notFound, pageOf, PRIVATE } from "~/platform/http.server";
import { DeskPolicyFilters, DeskPolicyTable } from "~/policies/components/desk-list";
import { deskPolicyList } from "~/policies/desk-policies.server";
import { ButtonLink } from "~/ui/button";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { listUnits } from "~/units/queries.server";

const PAGE_SIZE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const page = pageOf(url);
  const of = (name: string) => filterOf(url, name);
  const filter = { q: of("q"), unit: of("unit"), state: of("state") };
  const { rows, total } = await deskPolicyList(actor, filter, { page, pageSize: PAGE_SIZE }, deps);
  if (page > 1 && rows.length === 0) throw notFound();
  const mayPrepare = handledUnits(actor).length > 0;
  const units = await listUnits(deps);
  return data({ rows, total, filter, units, mayPrepare, page, search: url.search }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskPolicies.list.title, hidden: true }));

export default function DeskPolicies() {
  const { rows, total, filter, units, mayPrepare, page, search } = useLoaderData<typeof loader>();
  const { home, list } = deskPolicies;
  return (
    <Page
      title={list.title}
      lead={<p>{list.lead}</p>}
      breadcrumbs={[{ label: home, href: "/desk" }, { label: list.title }]}
      width="wide"
    >
      {mayPrepare && (
        <p>
          <ButtonLink href="/desk/policies/new">{list.begin}</ButtonLink>
        </p>
      )}
      <DeskPolicyFilters filter={filter} units={units} />
      <DeskPolicyTable rows={rows} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
    </Page>
  );
}

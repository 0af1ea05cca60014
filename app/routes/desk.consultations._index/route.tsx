import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { DeskCounters, DeskListFilters, DeskTable, type DeskListFilter } from "~/consultations/components/desk-list";
import { SHOWN_STATES } from "~/consultations/consultation";
import { deskList, handledUnits } from "~/consultations/desk-queries.server";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { depsOf } from "~/platform/deps.server";
import { filterOf, pageOf, PRIVATE } from "~/platform/http.server";
import { ButtonLink } from "~/ui/button";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { listUnits } from "~/units/queries.server";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const [filter, page] = [filterIn(url), pageOf(url)];
  const list = await deskList(actor, filter, { page, pageSize: PAGE_SIZE }, deps);
  const units = (await listUnits(deps)).map(({ code, name }) => ({ code, name }));
  const mayPrepare = handledUnits(actor).length > 0;
  return data({ ...list, filter, page, units, mayPrepare, search: url.search }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskConsultations.list.title, hidden: true }));

export default function DeskConsultations() {
  const { rows, total, counters, filter, page, units, mayPrepare, search } = useLoaderData<typeof loader>();
  const { home, list } = deskConsultations;
  return (
    <Page title={list.title} breadcrumbs={[{ label: home.title, href: "/desk" }, { label: list.title }]} width="wide">
      {mayPrepare && (
        <p>
          <ButtonLink href="/desk/consultations/new" kind="primary">
            {home.prepare}
          </ButtonLink>
        </p>
      )}
      <DeskCounters counters={counters} current={filter.state} />
      <DeskListFilters filter={filter} units={units} />
      <DeskTable rows={rows} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
    </Page>
  );
}

/** What is no filter is ignored: a state that does not exist shows them all. */
function filterIn(url: URL): DeskListFilter {
  const year = filterOf(url, "year", 4);
  return {
    q: filterOf(url, "q"),
    unit: filterOf(url, "unit"),
    state: SHOWN_STATES.find((state) => state === url.searchParams.get("state")) ?? null,
    year: /^\d{4}$/.test(year) ? Number(year) : null,
  };
}

import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { formatCount } from "~/i18n/format";
import { deskPackages as texts } from "~/i18n/zh-CN/desk-packages";
import { depsOf } from "~/platform/deps.server";
import { attempt, filterOf, pageOf, PRIVATE } from "~/platform/http.server";
import { ClockCounters, ClockFilters, ClockTable, UnitTable } from "~/policies/components/office-clocks";
import { officeClocks } from "~/policies/office-clocks.server";
import { CLOCK_KINDS, STANDINGS } from "~/policies/package-clocks";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";
import { listUnits } from "~/units/queries.server";

const PAGE_SIZE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const page = pageOf(url);
  const of = (name: string) => filterOf(url, name);
  const kind = CLOCK_KINDS.find((one) => one === of("kind")) ?? null;
  const standing = STANDINGS.find((one) => one === of("standing")) ?? null;
  const filter = { unit: of("unit"), kind, standing, year: Number(of("year")) || null };
  const found = await attempt(() => officeClocks(actor, filter, { page, pageSize: PAGE_SIZE }, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const units = (await listUnits(deps)).map(({ code, name }) => ({ code, name }));
  const { year, years } = found.value;
  const asked = year === years[0] ? "" : String(year);
  const query = { unit: filter.unit, kind: kind ?? "", standing: standing ?? "", year: asked };
  return data({ ...found.value, query, unitList: units, page, search: url.search }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function OfficePackages() {
  const { rows, total, counts, units, years, query, unitList, page, search } = useLoaderData<typeof loader>();
  return (
    <Page title={texts.title} lead={<p>{texts.lead}</p>} breadcrumbs={[{ label: texts.title }]} width="wide">
      <ClockCounters counts={counts} query={query} />
      <Section title={texts.clocks} id="clocks" lead={texts.clocksLead(formatCount(total, "zh-CN"))}>
        <ClockFilters query={query} units={unitList} years={years} />
        <ClockTable rows={rows} />
        {total > 0 && <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />}
        <p className="hint">{texts.standingHints.release}</p>
        <p className="hint">{texts.standingHints.later}</p>
        <p>
          {texts.exceptions}
          <a href={href("/interpretations/exceptions")}>{texts.exceptionsLink}</a>
        </p>
      </Section>
      {units.length > 0 && (
        <Section title={texts.units} id="units" lead={texts.unitsLead}>
          <UnitTable rows={units} query={query} />
        </Section>
      )}
    </Page>
  );
}

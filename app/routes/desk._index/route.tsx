import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { holds } from "~/accounts/actor";
import { requireStaff } from "~/accounts/session.server";
import { AgendaCounters, AgendaFilters } from "~/agenda/components/agenda-filters";
import { AgendaTable } from "~/agenda/components/agenda-table";
import { agendaSearch, readAgendaFilter } from "~/agenda/filter";
import { handledUnits } from "~/consultations/desk-queries.server";
import { formatCount } from "~/i18n/format";
import { deskAgenda } from "~/i18n/zh-CN/desk-agenda";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { depsOf } from "~/platform/deps.server";
import { pageOf, PRIVATE } from "~/platform/http.server";
import { ButtonLink } from "~/ui/button";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";
import { agendaPage, agendaUnits } from "./agenda.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const filter = readAgendaFilter(url.searchParams);
  const agenda = await agendaPage(actor, { filter, page: pageOf(url) }, deps);
  const units = await agendaUnits(actor, deps);
  const mayPrepare = handledUnits(actor).length > 0;
  const page = { ...agenda, filter, units, name: actor.name, mayPrepare, isOffice: holds(actor, "supervisor") };
  return data(page, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskConsultations.home.title, hidden: true }));

/** A person signed in starts at what is due next. */
export default function DeskHome() {
  const { rows, total, reached, counters, tasks, filter, units, page, pageSize, name } = useLoaderData<typeof loader>();
  const search = agendaSearch(filter);
  const { title } = deskConsultations.home;
  return (
    <Page title={title} lead={<p>{deskAgenda.lead(name)}</p>} breadcrumbs={[{ label: title }]} width="wide">
      <AgendaCounters counters={counters} filter={filter} />
      <Section title={filter.clock ? deskAgenda.clocks[filter.clock] : deskAgenda.due} id="due">
        {filter.clock === "waiting" && <p className="hint">{deskAgenda.waitingLead}</p>}
        <AgendaFilters filter={filter} tasks={tasks} units={units} />
        {total > reached && <p>{deskAgenda.beyond(formatCount(reached, "zh-CN"), formatCount(total, "zh-CN"))}</p>}
        <AgendaTable rows={rows} isNarrowed={search !== ""} />
        {total > 0 && <Pagination page={page} pageSize={pageSize} total={reached} search={search} />}
      </Section>
      <More />
    </Page>
  );
}

function More() {
  const { mayPrepare, isOffice } = useLoaderData<typeof loader>();
  const { home } = deskConsultations;
  return (
    <Section title={home.more} id="more">
      <p>
        <a href={href("/desk/consultations")}>{home.list}</a>：{home.listWhy}
      </p>
      {isOffice && (
        <p>
          <a href={href("/office/calendar")}>{home.calendar}</a>：{home.calendarWhy}
        </p>
      )}
      <p>
        <a href={href("/desk/shortcuts")}>{deskAgenda.shortcuts.link}</a>：{deskAgenda.shortcuts.linkWhy}
      </p>
      {mayPrepare && (
        <p>
          <ButtonLink href="/desk/consultations/new">{home.prepare}</ButtonLink>
        </p>
      )}
    </Section>
  );
}

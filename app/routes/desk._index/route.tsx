import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { holds } from "~/accounts/actor";
import { requireStaff } from "~/accounts/session.server";
import { DeskAgenda } from "~/consultations/components/desk-agenda";
import { deskAgenda, handledUnits } from "~/consultations/desk-queries.server";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { depsOf } from "~/platform/deps.server";
import { PRIVATE } from "~/platform/http.server";
import { ButtonLink } from "~/ui/button";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const rows = await deskAgenda(actor, deps);
  const mayPrepare = handledUnits(actor).length > 0;
  return data({ name: actor.name, rows, mayPrepare, isOffice: holds(actor, "supervisor") }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskConsultations.home.title, hidden: true }));

/** A person signed in starts at what is due next. */
export default function DeskHome() {
  const { name, rows, mayPrepare, isOffice } = useLoaderData<typeof loader>();
  const { home } = deskConsultations;
  return (
    <Page title={home.title} lead={<p>{home.lead(name)}</p>} breadcrumbs={[{ label: home.title }]} width="wide">
      <Section title={home.due} id="due">
        <DeskAgenda rows={rows} />
      </Section>
      <Section title={home.more} id="more">
        <p>
          <a href={href("/desk/consultations")}>{home.list}</a>：{home.listWhy}
        </p>
        {isOffice && (
          <p>
            <a href={href("/office/calendar")}>{home.calendar}</a>：{home.calendarWhy}
          </p>
        )}
        {mayPrepare && (
          <p>
            <ButtonLink href="/desk/consultations/new">{home.prepare}</ButtonLink>
          </p>
        )}
      </Section>
    </Page>
  );
}

import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskDeputies as texts } from "~/i18n/zh-CN/desk-deputies";
import { ActButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { AbsentRow, DeputiesFacts, HandOverResult } from "../deputies-facts";
import { AbsentPeople } from "./absent-people";
import { ArrangeForm } from "./arrange-form";
import { ArrangementList } from "./arrangement-list";
import { HandOverForm, HandOverReport } from "./hand-over-form";

interface DeputiesPageProps {
  facts: DeputiesFacts;
  /** Null for whoever approves nowhere. */
  absent: AbsentRow[] | null;
  done: string | null;
  handedOver: HandOverResult | null;
  refused: { reasons: ReasonToTell[]; typed: Record<string, string | undefined> } | null;
}

const { arrange, handOver, setting } = texts;
const LABELS = { ...arrange, from: handOver.from, to: handOver.to, days: setting.days };

/** Who stands in for whom; for approvers also who is away, and moving somebody's work. */
export function DeputiesPage({ facts, absent, done, handedOver, refused }: DeputiesPageProps) {
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const typed = refused?.typed ?? {};
  const said = done && !refused ? texts.done[done] : undefined;
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[{ label: deskConsultations.home.title, href: "/desk" }, { label: texts.title }]}
      width="wide"
    >
      <ErrorSummary reasons={refused?.reasons ?? []} labels={LABELS} />
      {said && <Notice kind="settled" title={said} isLive />}
      {handedOver && <HandOverReport result={handedOver} />}
      {absent && <AbsentPeople rows={absent} days={facts.absence.days} />}
      <ArrangeForm facts={facts} typed={typed} errors={errors} />
      <ArrangementList rows={facts.rows} />
      <HandOverForm people={facts.handOver} typed={typed} errors={errors} />
      {facts.absence.maySet && <AbsenceSetting days={typed.days ?? String(facts.absence.days)} error={errors.days} />}
    </Page>
  );
}

function AbsenceSetting({ days, error }: { days: string; error: string | undefined }) {
  return (
    <Section title={setting.title} id="absence">
      <form method="post" className="form">
        <Field
          name="days"
          size="short"
          inputMode="numeric"
          label={setting.days}
          hint={setting.daysHint}
          defaultValue={days}
          error={error}
          required
        />
        <ActButton act="set_absence">{setting.submit}</ActButton>
      </form>
    </Section>
  );
}

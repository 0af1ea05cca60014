import { formatDate } from "~/i18n/format";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { DefinitionList } from "~/ui/definition-list";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { DeskNomination } from "../desk-facts";
import { EvidenceList } from "./evidence-list";
import { NominationActs } from "./nomination-acts";
import { NominationHistory } from "./nomination-history";
import { PaperSection } from "~/reviews/components/paper-section";
import type { RefusedAct } from "./refused-act";
import { NominationBadge } from "./round-badge";
import { nameOf } from "./round-name";
import { DecideForm, ScoreForm, Scores } from "./judge-forms";

const { list, page, fields, decisions } = deskNominations;

interface DeskPageProps {
  nomination: DeskNomination;
  refused: RefusedAct | null;
}

/** One nomination: what the unit says, what the record says, and what may be done about it. */
export function DeskPage({ nomination, refused }: DeskPageProps) {
  const { number, title, state, round, unit, decision, evidence, ownScore, scores, mayDecide } = nomination;
  return (
    <Page
      title={title}
      eyebrow={<NominationBadge state={state} />}
      lead={
        <p>
          {unit.name} · {nameOf(round.key)}
        </p>
      }
      breadcrumbs={[
        { label: deskConsultations.home.title, href: "/desk" },
        { label: list.title, href: "/desk/nominations" },
        { label: title },
      ]}
      width="wide"
    >
      {refused && <ErrorSummary reasons={refused.reasons} labels={fields} />}
      {decision && (
        <Notice
          kind={decision.isSelected ? "settled" : "info"}
          title={decision.isSelected ? decisions.selected : decisions.not}
        >
          <Paragraphs text={decision.reason} />
        </Notice>
      )}
      <Section title={page.acts} id="acts">
        <NominationActs nomination={nomination} refused={refused} />
        {mayDecide && <DecideForm nomination={nomination} refused={refused} />}
        {ownScore && <ScoreForm score={ownScore} refused={refused} />}
      </Section>
      <Section title={page.statement} id="statement">
        <Written nomination={nomination} />
      </Section>
      <Section title={page.record} id="record" lead={evidence && leadOf(nomination, evidence.asOf)}>
        {evidence ? <EvidenceList evidence={evidence} /> : <p>{page.noRecord}</p>}
        {evidence && (
          <p>
            <a href={href(`/desk/nominations/${number}/form.docx`)}>{page.form}</a>
          </p>
        )}
      </Section>
      {scores && <Scores scores={scores} />}
      <PaperSection papers={nomination.papers} lead={page.paperLead} refused={refused} />
      <Section title={page.history} id="history">
        <NominationHistory lines={nomination.history} label={page.history} />
      </Section>
    </Page>
  );
}

function Written({ nomination: { statement, contact, policy } }: { nomination: DeskNomination }) {
  return (
    <>
      <Paragraphs text={statement} />
      <DefinitionList
        items={[
          { term: page.policy, description: <a href={href(`/policies/${policy.slug}`)}>{policy.title}</a> },
          ...(contact ? [{ term: page.contact, description: contact }] : []),
        ]}
      />
    </>
  );
}

function leadOf({ isFrozen }: DeskNomination, asOf: string): string {
  const day = formatDate(asOf, "zh-CN");
  return isFrozen ? page.frozen(day) : page.live(day);
}

import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { SheetSummary } from "~/reviews/components/sheet-summary";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { WorkbenchFacts } from "../desk-facts";
import { ActForms, fieldId, type RefusedForm } from "./act-forms";
import { ConsultationClocks } from "./consultation-clocks";
import { DeskContent, DeskSummary } from "./desk-content";
import { DeskHistory } from "./desk-history";
import { DeskNav } from "./desk-nav";
import { DeskCounts, DeskFacts, ProposalNotice } from "./desk-notices";
import { DeskProgress } from "./desk-progress";
import { EditForms } from "./edit-forms";
import { StateBadge } from "./state-badge";

interface WorkbenchProps {
  bench: WorkbenchFacts;
  refused: RefusedForm | undefined;
}

const { home, list, bench: texts } = deskConsultations;

/** One consultation at the desk: where it stands, what this person may do now, what was entered, who did what. */
export function Workbench({ bench, refused }: WorkbenchProps) {
  const { consultation, state, turn, offers, proposal, clocks, late, counts, attachments } = bench;
  const { slug, title, version } = consultation;
  const mayEdit = offers.some(({ act, reasons }) => act === "edit" && reasons.length === 0);
  const content = { prepared: consultation, period: clocks.period, draft: draftOf(bench) };
  const trail = [
    { label: home.title, href: "/desk" },
    { label: list.title, href: "/desk/consultations" },
  ];
  return (
    <Page
      title={title}
      eyebrow={<StateBadge state={state} />}
      lead={<p>{texts.lead(consultation.unit.name, bench.preparedBy)}</p>}
      breadcrumbs={[...trail, { label: title }]}
      width="wide"
    >
      <RefusalSummary refused={refused} />
      <DeskNav slug={slug} state={state} current="bench" />
      <DeskProgress state={state} turn={turn} />
      <ConsultationClocks facts={clocks} />
      <DeskFacts consultation={consultation} late={late} />
      {proposal && <ProposalNotice proposal={proposal} />}
      {bench.sheet && (
        <Section title={texts.sheet} id="sheet">
          <SheetSummary sheet={bench.sheet} fillAt={`/desk/consultations/${slug}/sheet`} />
        </Section>
      )}
      <Section title={texts.acts} id="acts">
        <ActForms
          offers={offers}
          version={version}
          isOutcome={state === "outcome_in_review"}
          hasRevisedDraft={consultation.revisedDraftId !== null}
          refused={refused}
        />
      </Section>
      <Section title={texts.counts} id="counts">
        <DeskCounts counts={counts} />
      </Section>
      <Section title={texts.content} id="content">
        {mayEdit ? (
          <>
            <DeskSummary {...content} />
            <EditForms prepared={consultation} attachments={attachments} version={version} refused={refused} />
          </>
        ) : (
          <DeskContent {...content} attachments={attachments} />
        )}
      </Section>
      <Section title={texts.history} id="history">
        <DeskHistory lines={bench.history} />
      </Section>
    </Page>
  );
}

function draftOf({ consultation, clauseCount }: WorkbenchFacts) {
  const { slug, draftId, drafts } = consultation;
  const version = drafts.find(({ id }) => id === draftId)?.number ?? 0;
  return { href: `/desk/consultations/${slug}/draft`, version, clauses: clauseCount };
}

/** Each line leads to the field of the form that was refused. */
function RefusalSummary({ refused }: Pick<WorkbenchProps, "refused">) {
  if (!refused) return null;
  const reasons = refused.reasons.map(({ field, ...reason }) =>
    field ? { ...reason, field: fieldId(refused.act, field) } : reason,
  );
  const labels = { ...deskConsultations.fields, ...texts.fieldNames };
  const named = Object.fromEntries(Object.entries(labels).map(([name, label]) => [fieldId(refused.act, name), label]));
  return <ErrorSummary reasons={reasons} labels={named} />;
}

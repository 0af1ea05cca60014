import { daysBetween } from "~/calendar/plain-date";
import { formatCount, formatDate, formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FromPaper } from "~/reviews/components/from-paper";
import { StepsChart } from "~/ui/charts/steps-chart";
import { DataTable } from "~/ui/data-table";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { OnlyChinese } from "~/ui/only-chinese";
import { Section } from "~/ui/section";
import type { ShownState } from "../consultation";
import type { StepKind } from "../dossier";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { WholeText } from "~/ui/whole-text";

export interface ProcessFacts {
  state: ShownState;
  unit: { name: string; nameEn: string };
  opensOn: string | null;
  closesOn: string | null;
  extensions: { fromClosesOn: string; toClosesOn: string }[];
  outcomePublishedOn: string | null;
  withdrawnOn: string | null;
  withdrawnReason: string | null;
  decidedOn: string | null;
  decidedNote: string | null;
  documentNumber: string | null;
  approvalPaper: { number: string; signedOn: string } | null;
  outcomeProcess: string | null;
  answeringDays: number | null;
  steps: { kind: StepKind; startedOn: string | null; happenedOn: string; holder: string }[];
}

interface Props {
  facts: ProcessFacts;
}

/** How the consultation went: the office's account, its days, and what led to the decision. */
export function OutcomeProcess({ facts }: Props) {
  const { process } = useStrings().outcome;
  return (
    <Section id="process" title={process.title}>
      <Withdrawn facts={facts} />
      <div className="course">
        <Flow facts={facts} />
        <div>
          <Days facts={facts} />
          <Account facts={facts} />
        </div>
      </div>
      <DecidedNote facts={facts} />
      <Steps facts={facts} />
    </Section>
  );
}

function Account({ facts: { outcomeProcess, state } }: Props) {
  const { process } = useStrings().outcome;
  if (state === "withdrawn") return null;
  return (
    <Section id="process-account" level={3} title={process.account}>
      {outcomeProcess ? (
        <OnlyChinese>
          <div className="prose">
            <Paragraphs text={outcomeProcess} />
          </div>
        </OnlyChinese>
      ) : (
        <p>{process.noAccount}</p>
      )}
    </Section>
  );
}

function Withdrawn({ facts: { withdrawnOn, withdrawnReason } }: Props) {
  const language = useLanguage();
  const { process } = useStrings().outcome;
  if (!withdrawnOn) return null;
  return (
    <Notice kind="ask" title={process.withdrawnTitle(formatDay(withdrawnOn, language))}>
      <p>{process.withdrawnReason}</p>
      <OnlyChinese>
        <Paragraphs text={withdrawnReason ?? ""} />
      </OnlyChinese>
    </Notice>
  );
}

function Days({ facts }: Props) {
  const language = useLanguage();
  const { outcome, site } = useStrings();
  const { process } = outcome;
  const { unit, extensions, documentNumber, approvalPaper } = facts;
  const extended = extensions.map(({ fromClosesOn, toClosesOn }) => (
    <p key={toClosesOn}>
      <WholeText text={process.extended(formatDay(fromClosesOn, language), formatDay(toClosesOn, language))} />
    </p>
  ));
  return (
    <DefinitionList
      items={[
        { term: process.unit, description: <OfficialText zh={unit.name} en={unit.nameEn} /> },
        { term: process.extendedTerm, description: extended.length > 0 ? extended : null },
        { term: site.paper.term, description: approvalPaper && <FromPaper {...approvalPaper} /> },
        { term: process.number, description: documentNumber && <OfficialText zh={documentNumber} /> },
      ]}
    />
  );
}

function Flow({ facts }: Props) {
  const language = useLanguage();
  const { charts, outcome } = useStrings();
  const { process } = outcome;
  return (
    <StepsChart
      id="flow"
      title={process.flow}
      of={charts.step}
      dayHeader={charts.times.day}
      sinceHeader={process.flowSince}
      steps={useTurns(facts).map(({ key, label, day, workingDays, days }) => ({
        key,
        label,
        day: formatDate(day, language),
        since:
          workingDays !== undefined
            ? process.flowWorkingDays(formatCount(workingDays, language))
            : days === undefined
              ? undefined
              : process.flowDays(formatCount(days, language)),
      }))}
    />
  );
}

interface Turn {
  key: string;
  label: string;
  day: string;
  days?: number;
  workingDays?: number;
}

/** What happened, in the order of its days, with the days since the turn before. */
function useTurns(facts: ProcessFacts): Turn[] {
  const { consultationTerms, outcome } = useStrings();
  const { process } = outcome;
  const turns = [
    { key: "opened", label: process.opened, day: facts.opensOn },
    { key: "closed", label: process.closed, day: facts.withdrawnOn ? null : facts.closesOn },
    { key: "withdrawn", label: process.withdrawn, day: facts.withdrawnOn },
    { key: "published", label: process.published, day: facts.outcomePublishedOn },
    ...facts.steps.map(({ kind, happenedOn }, index) => ({
      key: `${kind} ${index}`,
      label: consultationTerms.steps[kind],
      day: happenedOn,
    })),
    { key: "decided", label: process.decided, day: facts.decidedOn },
  ].flatMap(({ day, ...turn }) => (day ? [{ ...turn, day }] : []));
  const sorted = turns.toSorted((a, b) => a.day.localeCompare(b.day));
  return sorted.map((turn, index) => {
    const before = sorted[index - 1];
    const isAnswer = turn.key === "published" && before?.key === "closed" && facts.answeringDays !== null;
    if (isAnswer) return { ...turn, workingDays: facts.answeringDays! };
    return before ? { ...turn, days: daysBetween(before.day, turn.day) } : turn;
  });
}

function DecidedNote({ facts: { state, decidedNote } }: Props) {
  const { process } = useStrings().outcome;
  if (state !== "decided" || !decidedNote) return null;
  return (
    <Section id="account" level={3} title={process.decidedNote}>
      <OnlyChinese>
        <div className="prose">
          <Paragraphs text={decidedNote} />
        </div>
      </OnlyChinese>
    </Section>
  );
}

function Steps({ facts: { steps } }: Props) {
  const language = useLanguage();
  const { consultationTerms, outcome } = useStrings();
  const { process } = outcome;
  if (steps.length === 0) return null;
  const date = (day: string) => formatDate(day, language);
  return (
    <Section id="steps" level={3} title={process.steps}>
      <DataTable
        caption={process.steps}
        isCaptionHidden
        rows={steps}
        rowKey={({ kind, happenedOn }) => `${kind} ${happenedOn}`}
        columns={[
          { key: "kind", header: process.step, isRowHeader: true, cell: ({ kind }) => consultationTerms.steps[kind] },
          {
            key: "days",
            header: process.stepDays,
            cell: ({ startedOn, happenedOn }) =>
              startedOn && startedOn !== happenedOn
                ? process.from(date(startedOn), date(happenedOn))
                : date(happenedOn),
          },
          { key: "holder", header: process.stepHolder, cell: ({ holder }) => <OfficialText zh={holder} /> },
        ]}
      />
    </Section>
  );
}

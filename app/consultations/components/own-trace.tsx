import { useStrings } from "~/i18n/strings";
import { DiffLegend, DiffText } from "~/ui/diff-text";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { Thread, type ThreadKnot } from "~/ui/thread";
import type { Outcome } from "../comment";
import type { ShownState } from "../consultation";
import { OfficialText, Paragraphs } from "~/ui/official-text";

export interface TraceFacts {
  clause: { id: string; name: string } | null;
  quote: string | null;
  body: string;
  answer: { outcome: Outcome | null; reason: string | null } | null;
  change: {
    clauseId: string;
    name: string;
    kind: "changed" | "unchanged" | "removed";
    isFinal: boolean;
    runs: { kind: "same" | "inserted" | "deleted"; text: string }[];
  } | null;
  hasLaterText: boolean;
}

export interface OwnTraceProps {
  trace: TraceFacts;
  number: number;
  consultation: { slug: string; state: ShownState };
  /** The documents that came of it, with how many materials explain each. */
  policies: { slug: string; title: string; titleEn: string | null; materials: number }[];
}

/** My words, the answer to them, and the sentence they changed: one line from the clause to the final text. */
export function OwnTrace({ trace, number, consultation, policies }: OwnTraceProps) {
  const { trace: texts } = useStrings().receipts;
  const { clause, quote, body } = trace;
  const knots: ThreadKnot[] = [
    {
      kind: "clause",
      title: clause ? <OfficialText zh={clause.name} /> : texts.clauseWhole,
      children: quote && <p lang="zh-CN">{quote}</p>,
    },
    {
      kind: "comment",
      title: texts.mine(String(number)),
      children: body && <Paragraphs text={body} />,
      isHere: true,
    },
    answerKnot(trace, texts.answer, <Answer trace={trace} slug={consultation.slug} />),
    ...changeKnots(trace, texts.change, <Change trace={trace} slug={consultation.slug} />),
    ...policies.map((policy) => ({ kind: "interpretation" as const, ...documentKnot(policy, texts.document) })),
  ];
  return (
    <Section id="trace" title={texts.title}>
      <Thread knots={knots} />
    </Section>
  );
}

function answerKnot({ answer }: TraceFacts, title: string, children: ThreadKnot["children"]): ThreadKnot {
  return { kind: "answer", title, children, isWaiting: answer === null };
}

function changeKnots({ answer, change, hasLaterText }: TraceFacts, title: string, children: ThreadKnot["children"]) {
  const isAdopting = answer?.outcome === "adopted" || answer?.outcome === "partly_adopted";
  if (answer !== null && !isAdopting) return [];
  const knot: ThreadKnot = { kind: "change", title, children, isWaiting: !change && !hasLaterText };
  return [knot];
}

/** Where the line ends: the document that came of it, and what explains it. */
function documentKnot({ slug, title, titleEn, materials }: OwnTraceProps["policies"][number], text: Told) {
  return {
    title: (
      <a href={href(`/policies/${slug}#understand`)}>
        <OfficialText zh={title} en={titleEn} />
      </a>
    ),
    children: <p>{text(materials)}</p>,
    isWaiting: materials === 0,
  };
}

type Told = (materials: number) => string;

function Answer({ trace: { answer }, slug }: { trace: TraceFacts; slug: string }) {
  const { receipts, consultationTerms } = useStrings();
  const { trace: texts } = receipts;
  if (!answer) return <p>{texts.answerWaitingText}</p>;
  return (
    <>
      <p>
        <strong>{answer.outcome ? consultationTerms.outcomes[answer.outcome] : consultationTerms.undecided}</strong>
      </p>
      {answer.reason && (
        <div lang="zh-CN">
          <Paragraphs text={answer.reason} />
        </div>
      )}
      <p>
        <a href={href(`/consultations/${slug}/outcome`)}>{texts.toOutcome}</a>
      </p>
    </>
  );
}

function Change({ trace: { change, hasLaterText }, slug }: { trace: TraceFacts; slug: string }) {
  const { trace: texts } = useStrings().receipts;
  if (!change) return <p>{hasLaterText ? texts.noChange : texts.changeWaitingText}</p>;
  return (
    <>
      <p>
        {change.isFinal ? texts.final : texts.revised}
        {" · "}
        {texts[change.kind](change.name)}
      </p>
      {change.kind !== "unchanged" && (
        <div lang="zh-CN">
          <DiffText parts={change.runs.map(({ kind, text }) => ({ kind: DIFF_KINDS[kind], text }))} />
        </div>
      )}
      {change.kind !== "unchanged" && <DiffLegend />}
      <p>
        <a href={href(`/consultations/${slug}/changes`)}>{texts.toChanges}</a>
      </p>
    </>
  );
}

const DIFF_KINDS = { same: "same", inserted: "added", deleted: "removed" } as const;

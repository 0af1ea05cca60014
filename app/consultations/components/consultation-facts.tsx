import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FromPaper } from "~/reviews/components/from-paper";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import type { ShownState } from "../consultation";
import type { DecisionKind } from "../period";
import { OfficialText } from "~/ui/official-text";
import { UnitLink } from "~/ui/unit-link";
import { MatterLine, type MatterLineProps } from "./matter-line";

export interface FactsProps {
  facts: {
    state: ShownState;
    unit: { code: string; name: string; nameEn: string };
    decisionKind: DecisionKind;
    receivedCount: number;
    publishedCount: number;
    resultsPlan: string | null;
    approvalPaper: { number: string; signedOn: string } | null;
    previousRoundSlug: string | null;
    nextRoundSlug: string | null;
    /** The documents that came of it. */
    policies?: { slug: string; title: string; titleEn: string | null; materials: number }[];
  };
  /** What came of the comments, once that is public. */
  thread?: MatterLineProps["thread"] | null;
}

/** Who asks, what kind of decision it is, how many have answered, and the other rounds. */
export function ConsultationFacts({ facts, thread }: FactsProps) {
  const { consultations, consultationTerms, site } = useStrings();
  const { page } = consultations;
  const { unit, decisionKind, resultsPlan, previousRoundSlug, nextRoundSlug, state } = facts;
  const rounds = (previousRoundSlug || nextRoundSlug) && (
    <>
      <Round slug={previousRoundSlug} label={page.previousRound} />{" "}
      <Round slug={nextRoundSlug} label={page.nextRound} />
    </>
  );
  return (
    <DefinitionList
      items={[
        { term: page.unit, description: <UnitLink unit={unit} /> },
        { term: page.kind, description: state === "imported" ? null : consultationTerms.decisionKinds[decisionKind] },
        { term: page.received, description: <Received facts={facts} /> },
        { term: page.resultsPlan, description: resultsPlan && <OfficialText zh={resultsPlan} /> },
        { term: site.paper.term, description: facts.approvalPaper && <FromPaper {...facts.approvalPaper} /> },
        { term: page.rounds, description: rounds },
        {
          term: site.thread.label,
          description: thread && <MatterLine thread={thread} policies={facts.policies ?? []} />,
        },
        { term: page.policies, description: facts.policies?.length ? <Policies policies={facts.policies} /> : null },
      ]}
    />
  );
}

function Policies({ policies }: { policies: NonNullable<FactsProps["facts"]["policies"]> }) {
  return policies.map(({ slug, title, titleEn }) => (
    <p key={slug}>
      <a href={href(`/policies/${slug}`)}>
        <OfficialText zh={title} en={titleEn} />
      </a>
    </p>
  ));
}

function Received({ facts: { receivedCount, publishedCount } }: FactsProps) {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  return (
    <>
      <strong data-count="received">{page.receivedCount(formatCount(receivedCount, language))}</strong>
      {publishedCount > 0 && ` · ${page.publishedCount(formatCount(publishedCount, language))}`}
    </>
  );
}

function Round({ slug, label }: { slug: string | null; label: string }) {
  return slug ? <a href={href(`/consultations/${slug}`)}>{label}</a> : null;
}

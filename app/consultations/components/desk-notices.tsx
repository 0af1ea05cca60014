import { formatCount, formatDay } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import type { ProposedAct } from "../consultation";
import { Paragraphs } from "~/ui/official-text";
import { WholeText } from "~/ui/whole-text";

const { bench } = deskConsultations;

export interface WaitingProposal {
  act: ProposedAct;
  closesOn: string | null;
  reason: string;
  by: string | null;
  isLapsed: boolean;
}

/** What the approver is asked to sign, in the words that will be published. */
export function ProposalNotice({ proposal }: { proposal: WaitingProposal }) {
  const { proposals } = useStrings().consultationTerms;
  return (
    <Notice kind="ask" title={bench.proposal}>
      <p>{bench.proposed(proposals[proposal.act], proposal.by ?? "")}</p>
      {proposal.closesOn && (
        <p>
          <WholeText text={bench.proposedCloses(formatDay(proposal.closesOn, "zh-CN"))} />
        </p>
      )}
      <Paragraphs text={proposal.reason} />
      {proposal.isLapsed && <p>{bench.lapsed}</p>}
    </Notice>
  );
}

interface DeskCountsProps {
  counts: { received: number; inquired: number; undecided: number; published: number };
}

export function DeskCounts({ counts }: DeskCountsProps) {
  const names = Object.entries(bench.countNames) as [keyof DeskCountsProps["counts"], string][];
  const items = names.map(([name, term]) => ({
    term,
    description: bench.received(formatCount(counts[name], "zh-CN")),
  }));
  return <DefinitionList items={items} />;
}

interface DeskFactsProps {
  consultation: {
    extensions: { fromClosesOn: string; toClosesOn: string; reason: string }[];
    withdrawnReason: string | null;
    previousRoundSlug: string | null;
    nextRoundSlug: string | null;
  };
  late: { sinceClosing: number; overdue: number } | null;
}

/** What has happened to it that everyone at the desk must know: lateness, extensions, withdrawal, other rounds. */
export function DeskFacts({ consultation, late }: DeskFactsProps) {
  const { extensions, withdrawnReason, previousRoundSlug, nextRoundSlug } = consultation;
  const day = (value: string) => formatDay(value, "zh-CN");
  const round = (slug: string | null, label: string) =>
    slug && <a href={href(`/desk/consultations/${slug}`)}>{`${label}：${slug}`}</a>;
  return (
    <>
      {late && <Notice kind="warn" title={bench.overdue(late.sinceClosing, late.overdue)} />}
      <DefinitionList
        items={[
          ...extensions.map(({ fromClosesOn, toClosesOn, reason }) => ({
            term: bench.extensions,
            description: (
              <>
                <p>
                  <WholeText text={bench.extended(day(fromClosesOn), day(toClosesOn))} />
                </p>
                <Paragraphs text={reason} />
              </>
            ),
          })),
          { term: bench.withdrawnReason, description: withdrawnReason && <Paragraphs text={withdrawnReason} /> },
          { term: bench.rounds, description: round(previousRoundSlug, bench.previousRound) },
          { term: bench.nextRound, description: round(nextRoundSlug, bench.nextRound) },
        ]}
      />
    </>
  );
}

import { formatDate } from "~/i18n/format";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { History } from "~/ui/history";
import { Quote } from "~/ui/quote";
import { WholeText } from "~/ui/whole-text";

interface DeskHistoryProps {
  lines: {
    seq: number;
    at: string;
    kind: string;
    happenedOn: string | null;
    by: string | null;
    remark: string | null;
    paper?: { number: string; statedOn: string; signer: string } | null;
  }[];
}

const { bench, events } = deskConsultations;

/** Who did what and when, with what they wrote beside it; the newest first. */
export function DeskHistory({ lines }: DeskHistoryProps) {
  const entries = lines.toReversed().map(({ seq, at, kind, happenedOn, by, remark, paper }) => ({
    id: seq,
    at,
    happenedOn: happenedOn ?? undefined,
    title: events[kind.replace(/^consultation\./, "")] ?? kind,
    by: by ? bench.by(by) : bench.bySystem,
    detail: (
      <>
        {paper && (
          <p>
            <WholeText text={deskReviews.paper.mark(paper.number, formatDate(paper.statedOn, "zh-CN"), paper.signer)} />
          </p>
        )}
        {remark && <Quote>{remark}</Quote>}
      </>
    ),
  }));
  return <History label={bench.history} entries={entries} />;
}

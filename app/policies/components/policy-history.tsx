import { formatDate } from "~/i18n/format";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { History } from "~/ui/history";
import type { HistoryLine } from "~/reviews/history-line";

const { bench: texts } = deskPolicies;

/** Who did what to the package and when, with what they wrote or signed on paper. */
export function PolicyHistory({ lines }: { lines: HistoryLine[] }) {
  const entries = lines.map(({ seq, at, happenedOn, kind, by, remark, paper }) => ({
    id: seq,
    at,
    happenedOn: happenedOn ?? undefined,
    title: deskPolicies.events[kind] ?? kind,
    by: by ? texts.by(by) : texts.bySystem,
    detail: (paper || remark) && (
      <>
        {paper && <p>{deskReviews.paper.mark(paper.number, formatDate(paper.statedOn, "zh-CN"), paper.signer)}</p>}
        {remark && <p>{remark}</p>}
      </>
    ),
  }));
  return <History label={texts.history} entries={entries} />;
}

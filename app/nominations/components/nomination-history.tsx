import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { formatDate } from "~/i18n/format";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { History } from "~/ui/history";
import type { HistoryLine } from "~/reviews/history-line";

const { page, events, roundEvents } = deskNominations;

/** What happened, the latest first. */
export function NominationHistory({
  lines,
  label,
  isOfRound = false,
}: {
  lines: HistoryLine[];
  label: string;
  isOfRound?: boolean;
}) {
  return (
    <History
      label={label}
      entries={lines.toReversed().map(({ seq, at, kind, by, remark, paper }) => ({
        ...{ id: seq, at },
        detail: paper
          ? deskReviews.paper.mark(paper.number, formatDate(paper.statedOn, "zh-CN"), paper.signer)
          : remark,
        title: (isOfRound ? roundEvents[kind] : undefined) ?? events[kind] ?? kind,
        by: by ? page.person(by) : page.system,
      }))}
    />
  );
}

import { formatCount, formatDate, formatInstant } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { Choice } from "~/ui/choice";
import { DiffLegend, DiffText } from "~/ui/diff-text";
import { href } from "~/ui/href";
import { WholeText } from "~/ui/whole-text";
import type { DeskCommentRow, DeskEntry, DeskGroup } from "../processing-facts";
import { filterQuery, NO_FILTER } from "../processing-filter";
import { DeskWords } from "./desk-words";
import { OutcomeBadge } from "./outcome-badge";

const texts = deskComments.list;

interface EntriesProps {
  slug: string;
  entries: readonly DeskEntry[];
  /** Whether comments can be chosen for an outcome. */
  isChoosing: boolean;
  chosen: readonly string[];
}

/** The comments of the list, near-identical ones together. */
export function CommentEntries({ slug, entries, isChoosing, chosen }: EntriesProps) {
  return (
    <div id="comments">
      {entries.map(({ row, group }) => (
        <article key={row.number} className="comment" id={`comment-${row.number}`}>
          {isChoosing && <Chooser row={row} group={group} chosen={chosen} />}
          <Head row={row} />
          <div className="comment-words">
            <DeskWords runs={row.words} />
            {row.suggestion && (
              <>
                <p>{texts.suggestion}</p>
                <DeskWords runs={row.suggestion} />
              </>
            )}
          </div>
          {row.gist && (
            <p className="comment-meta">
              {texts.gist}
              {row.gist}
            </p>
          )}
          {group ? <Group slug={slug} group={group} /> : <Answer row={row} />}
        </article>
      ))}
    </div>
  );
}

function Chooser({ row, group, chosen }: { row: DeskCommentRow; group: DeskGroup | null; chosen: readonly string[] }) {
  const value = group ? group.choice : `${row.number}:${row.version}`;
  return (
    <Choice
      type="checkbox"
      name={group ? "cluster" : "comments"}
      id={`choose-${row.number}`}
      value={value}
      label={group ? texts.chooseGroup(count(group.fitting)) : texts.chooseOne(row.number)}
      isChecked={chosen.includes(value)}
    />
  );
}

function Head({ row }: { row: DeskCommentRow }) {
  const { consultationTerms: terms } = useStrings();
  const parts = [
    row.name ?? texts.anonymous,
    terms.channels[row.channel],
    row.stance && terms.stances[row.stance],
    row.clause ?? texts.noClause,
    row.theme,
    row.statedOn && texts.statedOn(formatDate(row.statedOn, "zh-CN")),
    formatInstant(row.receivedAt, "zh-CN"),
    row.hasWaitingObjection ? texts.hasObjection : terms.displays[row.display],
  ];
  return (
    <p className="comment-head">
      <a href={href(`/desk/comments/${row.number}`)}>{texts.number(row.number)}</a>{" "}
      <bdi className="comment-meta">
        <WholeText text={parts.filter(Boolean).join(" · ")} />
      </bdi>
    </p>
  );
}

function Answer({ row }: { row: DeskCommentRow }) {
  if (!row.outcome) return null;
  return (
    <div className="comment-answer">
      <p>
        <OutcomeBadge outcome={row.outcome} /> {row.outcomeClause}
      </p>
      {row.reason && (
        <p>
          {texts.reason}
          {row.reason}
        </p>
      )}
    </div>
  );
}

function Group({ slug, group }: { slug: string; group: DeskGroup }) {
  const { outcomes } = useStrings().consultationTerms;
  const list = `/desk/consultations/${slug}/comments${filterQuery(NO_FILTER, { cluster: group.fingerprint })}`;
  return (
    <div className="comment-answer">
      <p>
        <strong>{texts.people(group.wordings, count(group.people))}</strong>{" "}
        {group.fitting < group.people && `${texts.fitting(count(group.fitting))} `}
        <a href={href(list)}>{texts.listGroup}</a>
      </p>
      <p>
        {group.outcomes
          .map(({ outcome, count: number }) =>
            texts.option(outcome ? outcomes[outcome] : texts.undecided, count(number)),
          )
          .join(" ")}
      </p>
      {group.variants.length > 0 && <Variants group={group} />}
    </div>
  );
}

function Variants({ group: { variants, wordings } }: { group: DeskGroup }) {
  const more = wordings - 1 - variants.length;
  return (
    <details>
      <summary>{texts.differences}</summary>
      <DiffLegend />
      {variants.map(({ count: number, parts }, index) => (
        <div key={index}>
          <p>{texts.variant(count(number))}</p>
          <DiffText parts={parts.map(({ kind, text }) => ({ kind: DIFF_KINDS[kind], text }))} />
        </div>
      ))}
      {more > 0 && <p>{texts.moreVariants(more)}</p>}
    </details>
  );
}

function count(value: number): string {
  return formatCount(value, "zh-CN");
}

const DIFF_KINDS = { same: "same", inserted: "added", deleted: "removed" } as const;

import { formatInstant } from "~/i18n/format";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import type { NoticeRow } from "../notice-row";

const texts = deskComments.notices;

/** What was told to whom, how, and whether it arrived; whom nobody can write to waits for a call. */
export function NoticeTable({ rows }: { rows: readonly NoticeRow[] }) {
  const { columns, kinds, channels } = texts;
  return (
    <DataTable
      caption={texts.list}
      isCaptionHidden
      rows={[...rows]}
      rowKey={({ id }) => id}
      rowId={({ id }) => `notice-${id}`}
      empty={<EmptyState title={texts.empty} />}
      columns={[
        {
          key: "kind",
          header: columns.kind,
          kind: "tight",
          isRowHeader: true,
          cell: ({ kind }) => kinds[kind] ?? kind,
        },
        {
          key: "to",
          header: columns.to,
          cell: ({ recipient, channel }) => (
            <>
              <bdi>{recipient || texts.forgotten}</bdi> <span className="hint">{channels[channel]}</span>
            </>
          ),
        },
        { key: "subject", header: columns.subject, kind: "tight", cell: (row) => <Subject row={row} /> },
        { key: "state", header: columns.state, kind: "tight", cell: (row) => <State row={row} /> },
        { key: "text", header: columns.text, cell: (row) => <Text row={row} /> },
      ]}
    />
  );
}

function Subject({ row: { subjectKind, subjectId } }: { row: NoticeRow }) {
  const isComment = subjectKind === "comment";
  const place = isComment ? "comments" : subjectKind === "message" ? "messages" : "consultations";
  return <a href={href(`/desk/${place}/${subjectId}`)}>{isComment ? texts.comment(subjectId) : subjectId}</a>;
}

function State({ row }: { row: NoticeRow }) {
  if (!row.mayTell) return <>{stateText(row)}</>;
  return (
    <form method="post">
      <p>{texts.toCall}</p>
      <input type="hidden" name="notice" value={row.id} />
      <ActButton act="tell">{texts.tell}</ActButton>
    </form>
  );
}

function stateText({ channel, sentAt, attempts, lastError, doneAt, doneBy }: NoticeRow): string {
  if (doneAt) return texts.told(formatInstant(doneAt, "zh-CN"), doneBy ?? "");
  if (sentAt) return texts.sent(formatInstant(sentAt, "zh-CN"));
  if (channel === "phone") return texts.toCall;
  return lastError ? texts.failed(attempts, lastError) : texts.waiting;
}

function Text({ row: { subject, text } }: { row: NoticeRow }) {
  return (
    <details>
      <summary>{subject ?? texts.showText}</summary>
      {text
        .split(/\n+/)
        .filter((line) => line !== "")
        .map((line, index) => (
          <p key={index}>{line}</p>
        ))}
    </details>
  );
}

import { useStrings } from "~/i18n/strings";
import { DataTable, type Column } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import type { MessageKind, MessageState } from "../message";
import { MessageBadge } from "./message-badge";

interface Item {
  number: string;
  code: string;
  kind: MessageKind;
  title: string;
  state: MessageState;
  receivedAt: Date;
  isErased: boolean;
}

/** The messages of a person signed in, each with the way to its receipt. */
export function OwnMessages({ items }: { items: Item[] }) {
  const { messages, messageTerms } = useStrings();
  const { mine, list } = messages;
  const columns: Column<Item>[] = [
    {
      key: "title",
      header: mine.subject,
      isRowHeader: true,
      cell: ({ code, title, isErased }) => (
        <a href={href(`/receipts/${code}`)}>{isErased ? mine.erased : <bdi lang="zh-CN">{title}</bdi>}</a>
      ),
    },
    { key: "number", header: mine.number, kind: "tight", cell: ({ number }) => number },
    { key: "kind", header: mine.kind, kind: "tight", cell: ({ kind }) => messageTerms.kinds[kind] },
    { key: "received", header: mine.receivedAt, cell: ({ receivedAt }) => <DateText instant={receivedAt} /> },
    { key: "state", header: mine.state, cell: ({ state }) => <MessageBadge state={state} /> },
  ];
  return (
    <DataTable
      caption={mine.title}
      isCaptionHidden
      columns={columns}
      rows={items}
      rowKey={({ number }) => number}
      empty={<EmptyState title={mine.empty} action={{ label: list.write, href: "/messages/new" }} />}
    />
  );
}

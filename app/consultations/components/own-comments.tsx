import { useStrings } from "~/i18n/strings";
import { DataTable, type Column } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { OfficialText } from "~/ui/official-text";
import { ReceiptBadge, type ReceiptState } from "./receipt-facts";

interface Item {
  number: number;
  code: string;
  title: string;
  titleEn: string | null;
  receivedAt: Date;
  state: ReceiptState;
  isErased: boolean;
}

/** The comments of a person signed in, each with the way to its receipt. */
export function OwnComments({ items }: { items: Item[] }) {
  const { me, page } = useStrings().receipts;
  const columns: Column<Item>[] = [
    {
      key: "title",
      header: me.consultation,
      isRowHeader: true,
      cell: ({ code, title, titleEn }) => (
        <a href={href(`/receipts/${code}`)}>
          <OfficialText zh={title} en={titleEn} />
        </a>
      ),
    },
    {
      key: "number",
      header: page.number,
      kind: "tight",
      cell: ({ number, isErased }) => `${me.link(String(number))}${isErased ? ` · ${me.erased}` : ""}`,
    },
    { key: "received", header: me.receivedAt, cell: ({ receivedAt }) => <DateText instant={receivedAt} /> },
    { key: "state", header: me.state, cell: ({ state }) => <ReceiptBadge state={state} /> },
  ];
  return (
    <DataTable
      caption={me.caption}
      isCaptionHidden
      columns={columns}
      rows={items}
      rowKey={({ number }) => number}
      empty={<EmptyState title={me.empty} action={{ label: me.emptyAction, href: "/consultations" }} />}
    />
  );
}

import { formatCount, formatDate } from "~/i18n/format";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { DataTable } from "~/ui/data-table";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import type { DeskRound } from "../desk-facts";
import { RoundBadge } from "./round-badge";
import { nameOf } from "./round-name";

const { office } = deskNominations;

interface OfficeListProps {
  rounds: (DeskRound & { nominated: number; selected: number })[];
}

/** All rounds for those who select and sign. */
export function OfficeList({ rounds }: OfficeListProps) {
  const count = (value: number) => formatCount(value, "zh-CN");
  const { columns } = office;
  return (
    <Page
      title={office.title}
      lead={<p>{office.lead}</p>}
      breadcrumbs={[{ label: deskConsultations.home.title, href: "/desk" }, { label: office.title }]}
      width="wide"
    >
      <DataTable
        caption={office.title}
        isCaptionHidden
        rows={rounds}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "round",
            header: columns.round,
            isRowHeader: true,
            cell: ({ key }) => <a href={href(`/office/nominations/${key}`)}>{nameOf(key)}</a>,
          },
          {
            key: "last",
            header: columns.last,
            kind: "tight",
            cell: ({ lastDay }) => formatDate(lastDay, "zh-CN"),
          },
          { key: "nominated", header: columns.nominated, kind: "number", cell: (row) => count(row.nominated) },
          { key: "selected", header: columns.selected, kind: "number", cell: (row) => count(row.selected) },
          { key: "state", header: columns.state, kind: "tight", cell: ({ state }) => <RoundBadge state={state} /> },
        ]}
      />
    </Page>
  );
}

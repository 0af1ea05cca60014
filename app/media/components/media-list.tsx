import { formatFileSize, formatInstant } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskMedia } from "~/i18n/zh-CN/desk-media";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import type { MediaRow } from "../media-rows";

const { list } = deskMedia;

export function MediaList({ rows }: { rows: MediaRow[] }) {
  const { media } = useStrings();
  const columns: Column<MediaRow>[] = [
    {
      key: "name",
      header: list.name,
      isRowHeader: true,
      cell: ({ id, title }) => <a href={href(`/desk/media/${id}`)}>{title}</a>,
    },
    {
      key: "kind",
      header: list.kind,
      kind: "tight",
      cell: ({ kind, isAnimated }) => (isAnimated ? media.animated : media.kinds[kind]),
    },
    { key: "unit", header: list.unit, cell: ({ unitName }) => unitName },
    { key: "size", header: list.size, kind: "number", cell: ({ size }) => formatFileSize(size) },
    { key: "added", header: list.added, kind: "tight", cell: ({ at }) => formatInstant(at, "zh-CN") },
    {
      key: "state",
      header: list.state,
      kind: "tight",
      cell: ({ isUsed, isPublic }) => (isPublic ? list.isPublic : isUsed ? list.used : list.unused),
    },
  ];
  const empty = <EmptyState title={list.empty} />;
  return (
    <DataTable
      caption={list.title}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}

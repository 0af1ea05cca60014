import { formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FromPaper } from "~/reviews/components/from-paper";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { OfficialText } from "~/ui/official-text";
import { StatusBadge } from "~/ui/status-badge";

interface ExceptionRow {
  policy: { slug: string; title: string; titleEn: string | null };
  unit: { name: string; nameEn: string };
  reason: string;
  signedOn: string;
  paper: string | null;
  promisedOn: string;
  keptOn: string | null;
  isLate: boolean;
}

/** Every signed exception: which document, why, and whether the promise was kept. */
export function ExceptionTable({ items }: { items: ExceptionRow[] }) {
  const language = useLanguage();
  const { exceptions: texts } = useStrings().policies;
  const day = (value: string) => formatDate(value, language);
  return (
    <DataTable
      caption={texts.title}
      isCaptionHidden
      rows={items}
      rowKey={({ policy, signedOn }) => `${policy.slug} ${signedOn}`}
      empty={<EmptyState title={texts.empty} />}
      columns={[
        {
          key: "document",
          header: texts.document,
          isRowHeader: true,
          cell: ({ policy }) => (
            <a href={href(`/policies/${policy.slug}`)}>
              <OfficialText zh={policy.title} en={policy.titleEn} />
            </a>
          ),
        },
        {
          key: "unit",
          header: texts.unit,
          kind: language === "en" ? "text" : "tight",
          cell: ({ unit }) => (language === "en" ? unit.nameEn : unit.name),
        },
        { key: "reason", header: texts.reason, cell: ({ reason }) => <OfficialText zh={reason} /> },
        {
          key: "signedOn",
          header: texts.signedOn,
          cell: ({ signedOn, paper }) => (
            <>
              {day(signedOn)}
              {paper && (
                <p className="hint">
                  <FromPaper number={paper} signedOn={signedOn} />
                </p>
              )}
            </>
          ),
        },
        { key: "promisedOn", header: texts.promisedOn, kind: "tight", cell: ({ promisedOn }) => day(promisedOn) },
        { key: "kept", header: texts.kept, cell: (row) => <Kept row={row} /> },
      ]}
    />
  );
}

function Kept({ row: { keptOn, isLate } }: { row: ExceptionRow }) {
  const language = useLanguage();
  const { exceptions: texts } = useStrings().policies;
  if (keptOn) {
    const said = isLate ? texts.keptLate : texts.keptOn;
    return <StatusBadge tone={isLate ? "ended" : "settled"}>{said(formatDate(keptOn, language))}</StatusBadge>;
  }
  return <StatusBadge tone={isLate ? "overdue" : "working"}>{isLate ? texts.overdue : texts.owed}</StatusBadge>;
}

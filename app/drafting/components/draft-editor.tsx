import { formatCount } from "~/i18n/format";
import { reasonsByField, reasonText } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { FileField } from "~/ui/file-field";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import type { WrittenClause } from "../draft-text";
import { MAX_DRAFT } from "../limits";

const { draft: texts } = deskConsultations;

const MAX_CHANGE_NOTE = 5_000;

/** What came of cutting a source: not saved, to be looked at first. */
export interface CutResult {
  title: string;
  clauses: WrittenClause[];
  kept: number;
  warnings: Reason[];
}

interface DraftEditorProps {
  version: number;
  isRevision: boolean;
  source: string | undefined;
  /** The clauses in the written format: the newest version, what was cut, or what was typed. */
  written: string;
  changeNote: string | undefined;
  cut: CutResult | undefined;
  reasons: Reason[];
  maxFileBytes: number;
}

/** First the source is cut into clauses, then the drafter confirms them. Both forms work without script. */
export function DraftEditor(props: DraftEditorProps) {
  const errors = reasonsByField(props.reasons, "zh-CN");
  return (
    <>
      <Section title={texts.importTitle} lead={texts.importLead} id="import">
        <form method="post" encType="multipart/form-data" noValidate className="form">
          <input type="hidden" name="version" value={props.version} />
          <TextArea
            name="source"
            label={texts.source}
            hint={texts.sourceHint}
            defaultValue={props.source}
            error={errors.source ?? errors.draft}
            rows={12}
            limit={MAX_DRAFT}
          />
          <FileField
            name="file"
            label={texts.file}
            hint={texts.fileHint}
            error={errors.file}
            maxBytes={props.maxFileBytes}
            accept=".docx,.md,.markdown,.txt"
          />
          <ActButton act="cut">{texts.cut}</ActButton>
        </form>
      </Section>
      <Section title={texts.confirmTitle} lead={texts.confirmLead} id="confirm">
        <p className="hint">{texts.levels}</p>
        <p className="hint">{texts.escape}</p>
        {props.cut && <CutNotice cut={props.cut} />}
        <form method="post" noValidate className="form">
          <input type="hidden" name="version" value={props.version} />
          <TextArea
            name="clauses"
            label={texts.clauses}
            required
            defaultValue={props.written}
            error={errors.clauses}
            rows={24}
          />
          <TextArea
            name="changeNote"
            label={texts.changeNote}
            hint={texts.changeNoteHint}
            required={props.isRevision}
            defaultValue={props.changeNote}
            error={errors.changeNote}
            rows={3}
            limit={MAX_CHANGE_NOTE}
          />
          <ActButton act="save_draft" kind="primary">
            {texts.save}
          </ActButton>
        </form>
      </Section>
    </>
  );
}

function CutNotice({ cut: { title, clauses, kept, warnings } }: { cut: CutResult }) {
  const count = (value: number) => formatCount(value, "zh-CN");
  return (
    <>
      <Notice kind="ask" isLive>
        <p>{texts.cutDone(count(clauses.length), count(kept), count(clauses.length - kept))}</p>
        {title && <p>{texts.titleFound(title)}</p>}
      </Notice>
      {warnings.length > 0 && (
        <Notice kind="warn" title={texts.warnings}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.code}>{reasonText(warning, "zh-CN")}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** The clauses as a table, to check them against the source at a glance. */
export function ClausePreview({ clauses }: { clauses: readonly WrittenClause[] }) {
  const { clauseLevels } = useStrings().consultationTerms;
  const { columns } = texts;
  const rows = clauses.map((clause, index) => ({ ...clause, index }));
  return (
    <DataTable
      caption={texts.previewCaption(formatCount(clauses.length, "zh-CN"))}
      rows={rows}
      rowKey={({ index }) => index}
      empty={<EmptyState title={texts.none} />}
      columns={[
        { key: "id", header: columns.id, kind: "tight", cell: ({ clauseId }) => clauseId ?? texts.newId },
        { key: "level", header: columns.level, kind: "tight", cell: ({ level }) => clauseLevels[level] },
        {
          key: "number",
          header: columns.number,
          kind: "tight",
          isRowHeader: true,
          cell: ({ number }) => number || "—",
        },
        { key: "heading", header: columns.heading, cell: ({ heading }) => heading || "—" },
        { key: "text", header: columns.text, cell: ({ text }) => text || "—" },
      ]}
    />
  );
}

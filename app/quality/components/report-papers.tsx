import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { SheetPapers } from "~/reviews/components/sheet-papers";
import { sheetForm, type RefusedSheet } from "~/reviews/components/sheet-form";
import { Section } from "~/ui/section";
import type { QualityPageView } from "../quality-view";

interface ReportPapersProps {
  paper: QualityPageView["paper"];
  refused: RefusedSheet | undefined;
}

/** What leaders decided on a 批示件 instead of here: entered by one, verified by another. */
export function ReportPapers({ paper, refused }: ReportPapersProps) {
  if (!paper) return null;
  const { lines, signers, accept, maxBytes } = paper;
  return (
    <Section title={deskQuality.paper.title} id="papers">
      <SheetPapers
        papers={lines}
        lead={deskQuality.paper.lead}
        form={signers && sheetForm(refused)}
        signers={signers ?? {}}
        part={signers && (lines.at(-1)?.part ?? null)}
        accept={accept}
        maxBytes={maxBytes}
      />
    </Section>
  );
}

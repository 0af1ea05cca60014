import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { Section } from "~/ui/section";
import type { ShownPapers } from "../sheet-view";
import { sheetForm, type RefusedSheet } from "./sheet-form";
import { SheetPapers } from "./sheet-papers";

interface PaperSectionProps {
  papers: ShownPapers | null;
  lead: string;
  refused: RefusedSheet | null;
}

/** What was signed on paper instead of here: entered by one, verified by another. */
export function PaperSection({ papers, lead, refused }: PaperSectionProps) {
  if (!papers) return null;
  const { lines, signers, ...rest } = papers;
  return (
    <Section title={deskReviews.paper.title} id="papers">
      <SheetPapers
        papers={lines}
        lead={lead}
        form={signers && sheetForm(refused ?? undefined)}
        signers={signers ?? {}}
        {...rest}
      />
    </Section>
  );
}

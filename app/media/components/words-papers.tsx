import { deskMedia } from "~/i18n/zh-CN/desk-media";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { sheetForm, type RefusedSheet } from "~/reviews/components/sheet-form";
import { SheetPapers } from "~/reviews/components/sheet-papers";
import { Section } from "~/ui/section";
import type { MediaPapers } from "../media-rows";

interface WordsPapersProps {
  papers: MediaPapers | null;
  refused: RefusedSheet | undefined;
}

/** Corrections signed on paper instead of here: entered by one, verified by another. */
export function WordsPapers({ papers, refused }: WordsPapersProps) {
  if (!papers) return null;
  const { lines, signers, ...rest } = papers;
  return (
    <Section title={deskReviews.paper.title} id="papers">
      <SheetPapers
        papers={lines}
        lead={deskMedia.words.paperLead}
        form={signers && sheetForm(refused)}
        signers={signers ?? {}}
        {...rest}
      />
    </Section>
  );
}

import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import type { Reason } from "~/platform/refusal";
import { Section } from "~/ui/section";
import type { SheetView } from "../sheet-view";
import { SheetChecks } from "./sheet-checks";
import { sheetForm } from "./sheet-form";
import { SheetSummary } from "./sheet-summary";
import { SheetWords } from "./sheet-words";

const { sheet: texts } = deskReviews;

interface SheetBoxProps {
  sheet: SheetView;
  mayFill: boolean;
  /** A form of the page that was refused, this one's or another's. */
  refused: { act: string; reasons: Reason[]; values: Record<string, string | string[] | undefined> } | undefined;
}

/** The whole release sheet on the page where the signature is given: what is missing in sight, the rest to be opened. */
export function SheetBox({ sheet, mayFill, refused }: SheetBoxProps) {
  const values = Object.entries(refused?.values ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
  const form = sheetForm(refused && { ...refused, values: Object.fromEntries(values), kept: [] });
  const isOwn = refused !== undefined && /^(check_|override)/.test(refused.act);
  return (
    <Section title={texts.title} id="sheet">
      <SheetSummary sheet={sheet} />
      <details className="form-more" open={isOwn}>
        <summary>{mayFill ? texts.fill : texts.see}</summary>
        <SheetChecks checks={sheet.checks} form={mayFill ? form : null} level={3} />
        <Section title={texts.words} id="sheet-words" level={3}>
          <SheetWords sheet={sheet} form={mayFill ? form : null} />
        </Section>
      </details>
    </Section>
  );
}

import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { sheetForm, type FormField, type RefusedSheet } from "~/reviews/components/sheet-form";
import { SheetPapers } from "~/reviews/components/sheet-papers";
import type { PaperAct } from "~/reviews/paper-signature";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { partOf } from "../paper-place";
import type { QualityPageView } from "../quality-view";
import { OUTCOMES, type Outcome } from "../sheet";
import { SheetMarks } from "./quality-sheet";

const { paper: texts, outcomes, fields } = deskQuality;
const ORDERS = partOf("order", 0).slice(0, -1);

interface CasePapersProps {
  page: QualityPageView;
  refused: RefusedSheet | undefined;
}

/** What leaders decided on a 批示件, and second checks on paper, instead of here: entered by one, verified by another. */
export function CasePapers({ page: { paper, share }, refused }: CasePapersProps) {
  if (!paper) return null;
  const { lines, place, signers, accept, maxBytes } = paper;
  const isRecheck = place?.what === "recheck";
  const verifyFields = (act: PaperAct, field: (name: string) => FormField) =>
    isRecheck && (
      <>
        <SheetMarks field={field} share={share} />
        <RadioGroup {...field("outcome")} label={fields.outcome} options={outcomesOf(act)} required inline />
      </>
    );
  return (
    <Section title={texts.title} id="papers">
      <SheetPapers
        papers={lines}
        lead={isRecheck ? texts.recheckLead : texts.lead}
        form={signers && sheetForm(refused)}
        signers={signers ?? {}}
        part={place?.part ?? null}
        actName={actName}
        words={isRecheck ? texts.recheckWords : undefined}
        verifyFields={verifyFields}
        accept={accept}
        maxBytes={maxBytes}
      />
    </Section>
  );
}

function actName(act: PaperAct, part: string | null): string {
  if (!part?.startsWith(ORDERS)) return deskReviews.paperActs[act];
  return act === "agree" ? texts.met : texts.notMet;
}

/** A sheet that says otherwise than the entry does not agree with its scan. */
function outcomesOf(act: PaperAct) {
  const possible = OUTCOMES.filter((outcome: Outcome) => (outcome === "weak") === (act === "decline"));
  return possible.map((outcome) => ({ value: outcome, label: outcomes[outcome] }));
}

import { ATTRIBUTES } from "~/disclosure/attribute";
import { useStrings } from "~/i18n/strings";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { sheetForm, type FormField } from "~/reviews/components/sheet-form";
import { SheetPapers } from "~/reviews/components/sheet-papers";
import type { PaperAct } from "~/reviews/paper-signature";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import type { PackageBench } from "../desk-facts";
import { MAX_FILE_BYTES } from "../forms";
import type { RefusedForm } from "./desk-acts";
import { optionsOf } from "./desk-fields";

const { bench: texts } = deskPolicies;

const LEADS = { package: undefined, exception: texts.papersOfLeaders, change: texts.papersOfChange };

interface PolicyPapersProps {
  bench: PackageBench;
  refused: RefusedForm | undefined;
}

/** What was signed on paper instead of here: entered by one, verified by another. */
export function PolicyPapers({ bench: { papers, policy }, refused }: PolicyPapersProps) {
  const { attributes } = useStrings().policyTerms;
  if (!papers) return null;
  const { lines, signers, part, what, accept } = papers;
  const verifyFields = (act: PaperAct, field: (name: string) => FormField) =>
    act === "approve" &&
    what === "package" && (
      <Select
        {...{ defaultValue: policy.proposedAttribute, ...field("determinedAttribute") }}
        label={texts.fieldNames.determinedAttribute}
        hint={texts.determinedOnPaper}
        required
        empty={false}
        options={optionsOf(ATTRIBUTES, attributes)}
      />
    );
  return (
    <Section title={texts.papers} id="papers">
      <SheetPapers
        papers={lines}
        lead={LEADS[what]}
        form={signers && sheetForm(refused)}
        part={part}
        signers={signers ?? {}}
        verifyFields={verifyFields}
        accept={accept}
        maxBytes={MAX_FILE_BYTES}
      />
    </Section>
  );
}

import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { RadioGroup } from "~/ui/radio-group";
import { TextArea } from "~/ui/text-area";
import { writeCriteria } from "../criteria-text";
import type { OfficeRound } from "../desk-facts";
import type { RefusedAct } from "./refused-act";

const { office } = deskNominations;

interface ScoringFieldsProps {
  found: OfficeRound;
  refused: RefusedAct | null;
}

/** Whether the round is scored, and by what: a criterion with its weight in each line. */
export function ScoringFields({ found, refused }: ScoringFieldsProps) {
  const { criteria, isScored } = found;
  const isSet = criteria.length > 0;
  return (
    <>
      <RadioGroup
        name="scored"
        label={office.scored}
        inline
        required
        defaultValue={refused?.values.scored ?? (isSet ? (isScored ? "yes" : "no") : undefined)}
        error={refused?.errors.scored}
        options={[
          { value: "yes", label: office.scoredYes },
          { value: "no", label: office.scoredNo },
        ]}
      />
      <TextArea
        name="criteria"
        label={office.criteria}
        hint={office.criteriaLead}
        rows={8}
        defaultValue={refused?.values.criteria ?? writeCriteria(isSet ? criteria : office.usualCriteria)}
        error={refused?.errors.criteria}
      />
    </>
  );
}

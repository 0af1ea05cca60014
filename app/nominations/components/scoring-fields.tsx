import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import type { OfficeRound } from "../desk-facts";
import { MOST_CRITERIA } from "../scoring";
import type { RefusedAct } from "./refused-act";

const { office } = deskNominations;

interface ScoringFieldsProps {
  found: OfficeRound;
  refused: RefusedAct | null;
}

/** Whether the round is scored, and by what: name and weight side by side, the unused rows empty. */
export function ScoringFields({ found, refused }: ScoringFieldsProps) {
  const kept = found.criteria.map(({ name, weight }): [string, number] => [name, weight]);
  const rows = kept.length > 0 ? kept : office.usualCriteria;
  const isSet = found.criteria.length > 0 || found.isScored;
  const errors = refused?.errors ?? {};
  return (
    <>
      <RadioGroup
        name="scored"
        label={office.scored}
        inline
        required
        defaultValue={refused?.values.scored ?? (isSet ? (found.isScored ? "yes" : "no") : undefined)}
        error={errors.scored}
        options={[
          { value: "yes", label: office.scoredYes },
          { value: "no", label: office.scoredNo },
        ]}
      />
      <fieldset className="field">
        <legend>{office.criteria}</legend>
        <p className="hint">{office.criteriaLead}</p>
        {Array.from({ length: MOST_CRITERIA }, (_, index) => {
          const place = String(index + 1);
          return (
            <div key={place} className="choices-inline">
              <Field
                name="criterion"
                id={index === 0 ? "criterion" : `criterion-${place}`}
                label={office.criterion(place)}
                size="medium"
                defaultValue={refused?.lists.criterion?.[index] ?? rows[index]?.[0]}
                error={index === 0 ? errors.criterion : undefined}
              />
              <Field
                name="weight"
                id={index === 0 ? "weight" : `weight-${place}`}
                label={office.weight(place)}
                type="number"
                min={1}
                max={100}
                size="short"
                defaultValue={refused?.lists.weight?.[index] ?? rows[index]?.[1].toString()}
                error={index === 0 ? errors.weight : undefined}
              />
            </div>
          );
        })}
      </fieldset>
    </>
  );
}

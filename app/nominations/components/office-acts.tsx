import { formatDate } from "~/i18n/format";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { ActButton } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { Field } from "~/ui/field";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import type { OfficeRound } from "../desk-facts";
import { MAX_REASON } from "../forms";
import type { RoundAct } from "../selection";
import { BlockedAct } from "./blocked-act";
import type { RefusedAct } from "./refused-act";
import { ScoringFields } from "./scoring-fields";

const { office, roundActs, fields } = deskNominations;

interface OfficeActsProps {
  found: OfficeRound;
  refused: RefusedAct | null;
}

/** The steps of the list come first, the settings of the round after them. */
const ORDER = [
  ...(["publish", "sign", "submit_selection", "return_selection"] as const),
  ...(["set_last_day", "set_scoring", "name_assessors"] as const),
] satisfies RoundAct[];
type OfferedAct = (typeof ORDER)[number];

export function OfficeActs({ found, refused }: OfficeActsProps) {
  const shown = ORDER.flatMap((act) => {
    const offer = found.offers.find((one) => one.act === act);
    const isIdle = act === "set_scoring" && found.areCriteriaInUse;
    return offer && !isIdle ? [{ act, reasons: offer.reasons }] : [];
  });
  if (shown.length === 0) return <p>{office.nothing}</p>;
  return (
    <>
      {shown.map(({ act, reasons }) => (
        <Section key={act} title={roundActs[act]} level={3} id={`act-${act}`}>
          {reasons.length > 0 ? (
            <BlockedAct title={office.blocked(roundActs[act])} reasons={reasons} />
          ) : (
            <form method="post" className="form" noValidate>
              <input type="hidden" name="version" value={found.version} />
              <ActFields act={act} found={found} refused={refused?.act === act ? refused : null} />
              <ActButton act={act} kind={isStep(act) ? "primary" : "plain"}>
                {roundActs[act]}
              </ActButton>
            </form>
          )}
        </Section>
      ))}
    </>
  );
}

function isStep(act: OfferedAct): boolean {
  return act === "publish" || act === "sign" || act === "submit_selection";
}

function ActFields({ act, found, refused }: OfficeActsProps & { act: OfferedAct }) {
  switch (act) {
    case "set_last_day":
      return (
        <>
          <Field
            name="lastDay"
            label={fields.lastDay}
            hint={office.lastDayHint(formatDate(found.nextOpensOn, "zh-CN"))}
            type="date"
            size="medium"
            required
            defaultValue={refused?.values.lastDay ?? found.round.lastDay}
            error={refused?.errors.lastDay}
          />
          <ReasonField label={office.reasonPublic} refused={refused} />
        </>
      );
    case "set_scoring":
      return <ScoringFields found={found} refused={refused} />;
    case "name_assessors":
      return (
        <CheckboxGroup
          name="assessor"
          label={office.assessors}
          hint={office.assessorsLead}
          defaultValues={
            refused?.lists.assessor ?? found.assessors.filter(({ isNamed }) => isNamed).map(({ id }) => id)
          }
          error={refused?.errors.assessor}
          options={found.assessors.map(({ id, name, unitNames }) => ({ value: id, label: name, hint: unitNames }))}
        />
      );
    case "return_selection":
      return <ReasonField label={fields.reason} refused={refused} id="return-reason" />;
    default:
      return null;
  }
}

function ReasonField({ label, refused, id }: { label: string; refused: RefusedAct | null; id?: string }) {
  return (
    <TextArea
      name="reason"
      id={id}
      label={label}
      rows={3}
      limit={MAX_REASON}
      required
      defaultValue={refused?.values.reason}
      error={refused?.errors.reason}
    />
  );
}

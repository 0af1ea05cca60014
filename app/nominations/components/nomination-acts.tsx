import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { ActButton } from "~/ui/button";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import type { DeskNomination } from "../desk-facts";
import { MAX_REASON } from "../forms";
import type { NominationAct } from "../nomination";
import { BlockedAct } from "./blocked-act";
import type { RefusedAct } from "./refused-act";
import { WrittenFields } from "./written-fields";

const { acts, page, fields } = deskNominations;

interface NominationActsProps {
  nomination: DeskNomination;
  refused: RefusedAct | null;
}

/** The unit's steps that this person may take now; where something is missing, all of it instead of a button. */
export function NominationActs({ nomination, refused }: NominationActsProps) {
  const { offers, mayDecide, ownScore } = nomination;
  if (offers.length === 0) return mayDecide || ownScore ? null : <p>{page.nothing}</p>;
  return (
    <>
      {offers.map(({ act, reasons }) => (
        <Section key={act} title={acts[act]} level={3} id={`act-${act}`}>
          {reasons.length > 0 ? (
            <BlockedAct title={page.blocked(acts[act])} reasons={reasons} />
          ) : (
            <ActForm act={act} nomination={nomination} refused={refused?.act === act ? refused : null} />
          )}
        </Section>
      ))}
    </>
  );
}

const KINDS: Record<NominationAct, "primary" | "plain" | "danger"> = {
  edit: "plain",
  submit: "primary",
  pass: "primary",
  return: "plain",
  withdraw: "danger",
};

function ActForm({ act, nomination, refused }: NominationActsProps & { act: NominationAct }) {
  const { version, title, statement, contact } = nomination;
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="version" value={version} />
      {act === "edit" && (
        <WrittenFields
          values={refused?.values ?? { title, statement, contact: contact ?? "" }}
          errors={refused?.errors ?? {}}
        />
      )}
      {act === "return" && (
        <TextArea
          name="reason"
          label={fields.reason}
          rows={3}
          limit={MAX_REASON}
          defaultValue={refused?.values.reason}
          error={refused?.errors.reason}
          required
        />
      )}
      <ActButton act={act} kind={KINDS[act]}>
        {act === "edit" ? page.save : acts[act]}
      </ActButton>
    </form>
  );
}

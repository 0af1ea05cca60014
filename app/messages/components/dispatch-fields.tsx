import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { MessageBenchFacts } from "../desk-shown";
import { DECLINE_GROUNDS, REFERRAL_CHANNELS, RETURN_GROUNDS } from "../dispatch";
import { MAX_REASON } from "../forms";
import { KINDS, type MessageAct } from "../message";
import { fieldsOf, type FieldMaker } from "./bench-field";
import type { RefusedAct } from "./message-bench";

interface Props {
  act: MessageAct;
  bench: MessageBenchFacts;
  refused?: RefusedAct;
}

const { fields: texts } = deskMessages;

/** What an act of dispatch asks beside its button. */
export function DispatchFields({ act, bench, refused }: Props): ReactNode {
  const { messageTerms: terms } = useStrings();
  const field = fieldsOf(act, refused);
  const units = bench.units.map(({ code, name }) => ({ value: code, label: name }));
  const others = units.filter(({ value }) => value !== bench.leadUnit?.code);
  switch (act) {
    case "decline":
      return (
        <>
          <RadioGroup
            {...field("ground")}
            label={texts.ground}
            options={DECLINE_GROUNDS.map((value) => ({ value, label: terms.declineGrounds[value] }))}
            required
          />
          <Reason field={field} hint={texts.reasonToSender} isRequired />
        </>
      );
    case "refer":
      return (
        <>
          <RadioGroup
            {...field("channel")}
            label={texts.channel}
            options={REFERRAL_CHANNELS.map((value) => ({ value, label: terms.referralChannels[value] }))}
            required
          />
          <Field {...field("name")} label={texts.name} required />
          <Field {...field("contact")} label={texts.contact} required />
          <Field {...field("rule")} label={texts.rule} required />
          <Reason field={field} hint={texts.reasonToSender} />
        </>
      );
    case "change_kind":
      return (
        <>
          <RadioGroup
            {...field("kind")}
            label={texts.kind}
            options={KINDS.map((value) => ({ value, label: terms.kinds[value] }))}
            required
            inline
          />
          <Reason field={field} hint={texts.reasonToSender} isRequired />
        </>
      );
    case "assign":
      return <Assignment bench={bench} field={field} units={units} />;
    case "recuse":
      return <Select {...field("unit")} label={texts.recuseUnit} options={units} required />;
    case "merge":
      return (
        <>
          <Field {...field("into")} label={texts.into} inputMode="numeric" size="medium" required />
          <Reason field={field} hint={texts.reasonToSender} />
        </>
      );
    case "return_assignment":
      return (
        <>
          <RadioGroup
            {...field("ground")}
            label={texts.ground}
            options={RETURN_GROUNDS.map((value) => ({ value, label: terms.returnGrounds[value] }))}
            required
          />
          <Select {...field("proposed")} label={texts.proposed} empty={texts.anyProposed} options={others} />
          <Reason field={field} hint={texts.reasonToSender} isRequired />
        </>
      );
    case "hand_over":
      return (
        <>
          <Select {...field("officer")} label={texts.officer} options={namesOf(bench.officers)} required />
          <Reason field={field} hint={texts.reasonInside} />
        </>
      );
    case "stand_aside":
      return (
        <>
          {bench.people.length > 0 && (
            <Select {...field("officer")} label={texts.aside} empty={texts.asideSelf} options={namesOf(bench.people)} />
          )}
          {bench.officers.length > 0 && (
            <Select
              {...field("successor")}
              label={texts.successor}
              empty={texts.anyOfficer}
              options={namesOf(bench.officers)}
            />
          )}
          <Reason field={field} hint={texts.reasonInside} isRequired />
        </>
      );
    case "ask":
      return (
        <TextArea
          {...field("text")}
          label={texts.question}
          hint={texts.questionHint}
          rows={4}
          limit={MAX_REASON}
          required
        />
      );
    case "note":
      return (
        <TextArea
          {...field("text")}
          label={texts.note}
          hint={texts.reasonInside}
          rows={3}
          limit={MAX_REASON}
          required
        />
      );
    case "keep_promise":
      return (
        <TextArea
          {...field("reason")}
          label={texts.kept}
          hint={texts.reasonToSender}
          rows={3}
          limit={MAX_REASON}
          required
        />
      );
    case "take_back":
    case "extend":
      return <Reason field={field} hint={texts.reasonToSender} isRequired />;
    case "return":
    case "refuse_correction":
    case "withhold":
    case "open_identity":
      return <Reason field={field} hint={texts.reasonInside} isRequired />;
    case "approve":
    case "approve_correction":
      return (
        <TextArea {...field("remark")} label={texts.remark} hint={texts.reasonInside} rows={2} limit={MAX_REASON} />
      );
    case "close":
      return <Reason field={field} hint={texts.reasonInside} />;
    default:
      return null;
  }
}

function Assignment({
  bench,
  field,
  units,
}: {
  bench: MessageBenchFacts;
  field: FieldMaker;
  units: { value: string; label: string }[];
}) {
  const asked = bench.leadUnit?.code ?? bench.askedUnit?.code;
  return (
    <>
      <Select {...field("unit", asked)} label={texts.unit} hint={texts.unitHint} options={units} required />
      <details>
        <summary>{texts.assisting}</summary>
        <CheckboxGroup
          {...field("assisting")}
          label={texts.assisting}
          hint={texts.assistingHint}
          options={units}
          defaultValues={
            field.all("assisting").length > 0 ? field.all("assisting") : bench.assisting.map(({ code }) => code)
          }
        />
      </details>
      {bench.officers.length > 0 && (
        <Select
          {...field("officer")}
          label={texts.officer}
          hint={texts.officerHint}
          empty={texts.anyOfficer}
          options={namesOf(bench.officers)}
        />
      )}
      <Select
        {...field("street", bench.street?.code)}
        label={texts.street}
        hint={texts.streetHint}
        empty={texts.anyStreet}
        options={bench.streets.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Reason field={field} hint={texts.reasonToSender} />
    </>
  );
}

function Reason({ field, hint, isRequired }: { field: FieldMaker; hint: string; isRequired?: boolean }) {
  return (
    <TextArea {...field("reason")} label={texts.reason} hint={hint} rows={3} limit={MAX_REASON} required={isRequired} />
  );
}

function namesOf(officers: { id: string; name: string }[]) {
  return officers.map(({ id, name }) => ({ value: id, label: name }));
}

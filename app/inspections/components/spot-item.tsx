import { DayCount } from "~/calendar/components/day-count";
import { formatCount, formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { ActButton } from "~/ui/button";
import { Clock } from "~/ui/clock";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/official-text";
import { RadioGroup } from "~/ui/radio-group";
import { fieldsOf, type RefusedForm } from "~/ui/refused-form";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import { TextArea } from "~/ui/text-area";
import { MAX_WORDS } from "../forms";
import type { SpotItemView } from "../inspection-view";
import { FINDINGS, type ItemState } from "../spot-check";
import { Blocked } from "./inspection-refusal";

const { spot: texts } = deskInspections;
const day = (value: string) => formatDate(value, "zh-CN");

const TONES: Record<ItemState, StatusTone> = {
  unchecked: "ask",
  right: "settled",
  notified: "working",
  answered: "ask",
  closed: "settled",
};

export function ItemBadge({ state }: { state: ItemState }) {
  return <StatusBadge tone={TONES[state]}>{texts.states[state]}</StatusBadge>;
}

/** What stands on the document, what was found, by when it is put right, and what the unit says. */
export function SpotItemFacts({ item }: { item: SpotItemView }) {
  const { attributes: names } = useStrings().policyTerms;
  const { attributes, duty, state } = item;
  const named = (attribute: keyof typeof names | null) => (attribute ? names[attribute] : deskInspections.none);
  return (
    <>
      {duty && state !== "right" && (
        <Clock
          label={texts.clock}
          day={duty.dueOn}
          left={state === "notified" ? duty.left : undefined}
          unit="working_day"
          doneOn={item.closedOn ?? item.answeredOn ?? undefined}
          isProvisional={duty.isProvisional}
        >
          <p>{texts.clockRule(formatCount(duty.workingDays, "zh-CN"))}</p>
          <DayCount rows={duty.rows} />
        </Clock>
      )}
      <DefinitionList
        items={[
          { term: deskInspections.unit, description: item.unitName },
          { term: deskInspections.number, description: item.documentNumber },
          { term: deskInspections.signedOn, description: item.signedOn && day(item.signedOn) },
          { term: deskInspections.releasedOn, description: item.releasedOn && day(item.releasedOn) },
          { term: deskInspections.proposed, description: named(attributes.proposed) },
          { term: deskInspections.determined, description: named(attributes.determined) },
          { term: deskInspections.printed, description: named(attributes.printed) },
          { term: deskInspections.attributeReason, description: attributes.reason },
          {
            term: texts.finding,
            description: item.finding && texts.found(texts.findings[item.finding], day(item.foundOn!)),
          },
          { term: texts.note, description: item.note && <Paragraphs text={item.note} /> },
          { term: texts.answer, description: item.answer && <Paragraphs text={item.answer} /> },
        ]}
      />
      {item.returnReason && <Notice kind="warn" title={texts.returned(item.returnReason)} />}
      {item.closedOn && <Notice kind="settled" title={texts.closed(day(item.closedOn))} />}
    </>
  );
}

interface FormsProps {
  item: SpotItemView;
  refused: RefusedForm | undefined;
}

/** The forms this person has for one document of a sample. */
export function SpotItemForms({ item, refused }: FormsProps) {
  return (
    <>
      {item.offers.map(({ act, reasons }) => (
        <div key={act}>
          {reasons.length > 0 ? (
            <Blocked reasons={reasons} />
          ) : (
            <form method="post" noValidate className="form">
              <ItemForm act={act} item={item} refused={refused} />
            </form>
          )}
        </div>
      ))}
    </>
  );
}

function ItemForm({ act, item, refused }: FormsProps & { act: SpotItemView["offers"][number]["act"] }) {
  const isUnit = act === "rectify";
  const field = fieldsOf(act, refused, isUnit ? undefined : item.id);
  const hidden = <input type="hidden" name="item" value={item.id} />;
  switch (act) {
    case "find":
      return (
        <>
          {hidden}
          <RadioGroup
            {...field("finding")}
            label={texts.finding}
            options={FINDINGS.map((finding) => ({ value: finding, label: texts.findings[finding] }))}
            required
          />
          <TextArea {...field("note")} label={texts.note} hint={texts.noteHint} rows={3} limit={MAX_WORDS} />
          <ActButton act="find">{texts.find}</ActButton>
        </>
      );
    case "rectify":
      return (
        <>
          <TextArea
            {...field("answer", item.answer)}
            label={texts.answer}
            hint={texts.answerHint}
            rows={5}
            limit={MAX_WORDS}
            required
          />
          <ActButton act="rectify" kind="primary">
            {texts.rectify}
          </ActButton>
        </>
      );
    case "close":
      return (
        <>
          {hidden}
          <ActButton act="close">{texts.close}</ActButton>
        </>
      );
    case "send_back":
      return (
        <>
          {hidden}
          <TextArea {...field("reason")} label={texts.reason} rows={2} limit={MAX_WORDS} required />
          <ActButton act="send_back">{texts.sendBack}</ActButton>
        </>
      );
  }
}

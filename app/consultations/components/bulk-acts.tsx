import { formatCount } from "~/i18n/format";
import { reasonsByField, reasonText } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { WITHHELD_GROUNDS } from "../comment";
import type { BulkAct } from "../processing-facts";
import { fieldId, type RefusedForm } from "./act-forms";

const { bulk: texts, list, summarise, withhold } = deskComments;

/** The list's form when it was refused, or done for some of the comments only. */
export interface RefusedChoice extends RefusedForm {
  chosen: string[];
  done?: number;
  failed?: { number: number; reasons: Reason[] }[];
}

/** The fields of each act by their labels. */
export const BULK_FIELDS: Record<string, Record<string, string>> = {
  summarise: { theme: summarise.theme },
  withhold: { ground: withhold.ground, withheldReason: withhold.reason },
};

/** Acts of review on everything that is ticked in the list; they share the form of the list. */
export function BulkActs({ acts, refused }: { acts: BulkAct[]; refused: RefusedChoice | undefined }) {
  return (
    <Section title={texts.title} lead={texts.lead} id="bulk">
      {acts.map((act) => (
        <Section key={act} title={texts[act]} level={3} id={`bulk-${act}`}>
          <Fields act={act} refused={refused?.act === act ? refused : undefined} />
          <ActButton act={act} kind={act === "withhold" ? "danger" : "plain"}>
            {texts.buttons[act]}
          </ActButton>
        </Section>
      ))}
    </Section>
  );
}

function Fields({ act, refused }: { act: BulkAct; refused: RefusedChoice | undefined }) {
  const { withheldGrounds } = useStrings().consultationTerms;
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const field = (name: string) => ({
    name,
    id: fieldId(act, name),
    label: BULK_FIELDS[act]![name]!,
    error: errors[name],
    defaultValue: refused?.values[name],
  });
  if (act === "publish") return <p className="hint">{texts.publishLead}</p>;
  if (act === "summarise") return <Field {...field("theme")} hint={summarise.themeHint} size="medium" />;
  const grounds = WITHHELD_GROUNDS.map((value) => ({ value, label: withheldGrounds[value] }));
  return (
    <>
      <p className="hint">{withhold.lead}</p>
      <Select {...field("ground")} options={grounds} />
      <Field {...field("withheldReason")} hint={withhold.reasonHint} />
    </>
  );
}

/** Which of the chosen comments were not done, and why. */
export function FailedOnes({ done, failed }: Required<Pick<RefusedChoice, "done" | "failed">>) {
  const count = (value: number) => formatCount(value, "zh-CN");
  return (
    <Notice kind="ask" isLive title={`${texts.done(count(done))}${texts.failed(count(failed.length))}`}>
      <ul>
        {failed.map(({ number, reasons }) => (
          <li key={number}>
            <a href={href(`/desk/comments/${number}`)}>{list.number(number)}</a>
            {"："}
            {reasons.map((reason) => reasonText(reason, "zh-CN")).join("")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

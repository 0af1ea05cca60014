import type { ReactNode } from "react";
import { ATTRIBUTES } from "~/disclosure/attribute";
import { reasonsByField, reasonText } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { PackageBench, PolicyOffer } from "../desk-facts";
import { MAX_REASON } from "../forms";
import type { Act } from "../policy-package";
import { optionsOf } from "./desk-fields";

/** What was typed into a form that was refused, so that nothing is lost. */
export interface RefusedForm {
  act: string;
  reasons: Reason[];
  values: Record<string, string | undefined>;
  /** Files that were accepted with it. */
  kept: { id: string; name: string; size: number }[];
}

interface PolicyActsProps {
  bench: PackageBench;
  refused: RefusedForm | undefined;
}

const { bench: texts } = deskPolicies;

/** The acts whose forms stand here; metadata, plan and materials have parts of their own. */
const ORDER: readonly Act[] = [
  ...(["submit", "pass", "approve", "issue", "release", "return"] as const),
  ...(["propose_exception", "sign_exception", "refuse_exception", "call_for", "sign_change", "refuse_change"] as const),
];

/** The acts that this person may do now; where something is missing, all of it instead of a button. */
export function PolicyActs({ bench, refused }: PolicyActsProps) {
  const shown = ORDER.flatMap((act) => bench.offers.find((offer) => offer.act === act) ?? []);
  if (shown.length === 0) return <EmptyState title={texts.nothing} />;
  return (
    <>
      {shown.map((offer) => (
        <PolicyAct key={offer.act} offer={offer} bench={bench} refused={refused} />
      ))}
    </>
  );
}

function PolicyAct({ offer: { act, reasons: all }, bench, refused }: PolicyActsProps & { offer: PolicyOffer }) {
  const name = texts.buttons[act];
  // What keeps the gate shut stands above already.
  const reasons = all.filter(({ code }) => !bench.gate.some((one) => one.code === code));
  const isShut = reasons.length < all.length;
  return (
    <Section title={name} level={3} id={`act-${act}`}>
      {all.length > 0 ? (
        <Notice kind="ask" title={texts.blocked(name)}>
          {isShut && <a href="#gate">{texts.seeGate}</a>}
          <ReasonList reasons={reasons} />
        </Notice>
      ) : (
        <form method="post" noValidate className="form">
          <input type="hidden" name="version" value={bench.policy.version} />
          <ActFields act={act} bench={bench} refused={refused?.act === act ? refused : undefined} />
          <ActButton act={act} kind={act === "return" || act.startsWith("refuse") ? "plain" : "primary"}>
            {name}
          </ActButton>
        </form>
      )}
    </Section>
  );
}

/** Every reason at once, so that nobody has to find them one after the other. */
export function ReasonList({ reasons }: { reasons: Reason[] }) {
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.field ?? ""}`}>{reasonText(reason, "zh-CN")}</li>
      ))}
    </ul>
  );
}

function ActFields({ act, bench, refused }: PolicyActsProps & { act: Act }): ReactNode {
  const { attributes } = useStrings().policyTerms;
  const { policy, together } = bench;
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const field = (name: string, initial?: string | null) => ({
    name,
    id: fieldId(act, name),
    defaultValue: refused?.values[name] ?? initial ?? undefined,
    error: errors[name],
  });
  const remark = (
    <TextArea {...field("remark")} label={texts.remark} hint={texts.remarkHint} rows={2} limit={MAX_REASON} />
  );
  const reason = (hint: string) => (
    <TextArea {...field("reason")} label={texts.reason} hint={hint} required rows={4} limit={MAX_REASON} />
  );
  const { reasonHints, fieldNames } = texts;
  switch (act) {
    case "approve":
      return (
        <>
          <Select
            {...field("determinedAttribute", policy.proposedAttribute)}
            label={fieldNames.determinedAttribute}
            hint={texts.determined}
            required
            empty={false}
            options={optionsOf(ATTRIBUTES, attributes)}
          />
          {remark}
        </>
      );
    case "issue":
      return (
        <>
          <Field
            {...field("documentNumber", policy.documentNumber)}
            label={deskPolicies.fields.documentNumber}
            hint={deskPolicies.hints.documentNumber}
            size="medium"
            required
          />
          <Field {...field("indexNumber", policy.indexNumber)} label={deskPolicies.fields.indexNumber} size="medium" />
          <Field
            {...field("signedOn", policy.signedOn)}
            label={deskPolicies.fields.signedOn}
            type="date"
            size="medium"
            required
          />
          <Select
            {...field("printedAttribute")}
            label={fieldNames.printedAttribute}
            hint={texts.printed}
            required
            options={optionsOf(ATTRIBUTES, attributes)}
          />
        </>
      );
    case "release":
      return together.length > 0 ? (
        <div>
          <p>{texts.releaseNote}</p>
          <ul>
            {together.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="hint">{texts.releaseNone}</p>
      );
    case "propose_exception":
      return (
        <>
          {reason(reasonHints.propose_exception)}
          <Field
            {...field("promisedOn")}
            label={fieldNames.promisedOn}
            hint={texts.promisedHint}
            type="date"
            size="medium"
            required
          />
        </>
      );
    case "return":
    case "refuse_exception":
    case "call_for":
    case "refuse_change":
      return reason(reasonHints[act]);
    default:
      return remark;
  }
}

/** Several forms of the page have a field of the same name: its id says whose it is. */
export function fieldId(act: string, name: string): string {
  return act === "edit" || act === "edit_plan" ? name : `${act}-${name}`;
}

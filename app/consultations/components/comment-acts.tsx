import { reasonsByField } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { ActButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { ERASURE_GROUNDS, WITHHELD_GROUNDS } from "../comment";
import type { Act } from "../consultation";
import { MAX_REASON } from "../forms";
import type { DeskCommentPage } from "../processing-facts";
import { MAX_BODY, MAX_SUGGESTION } from "../words";
import { fieldId, type RefusedForm } from "./act-forms";
import { Blocked } from "./blocked";
import { DecideFields, SummaryFields } from "./decide-fields";

const texts = deskComments;

interface ActsProps {
  page: DeskCommentPage;
  refused: RefusedForm | undefined;
}

/** What this person may do with the comment now; where something stands against it, all of it instead of a form. */
export function CommentActs({ page, refused }: ActsProps) {
  if (page.offers.length === 0) return <EmptyState title={texts.comment.nothing} />;
  return (
    <>
      {page.offers.map(({ act, reasons }) => (
        <Section key={act} title={titleOf(act, page)} level={3} id={`act-${act}`}>
          {reasons.length > 0 ? (
            <Blocked title={texts.cannot(titleOf(act, page))} reasons={reasons} />
          ) : (
            <form method="post" noValidate>
              <input type="hidden" name="version" value={page.comment.version} />
              <Fields act={act} page={page} refused={refused?.act === act ? refused : undefined} />
              <ActButton act={act} kind={kindOf(act)}>
                {buttonOf(act)}
              </ActButton>
            </form>
          )}
        </Section>
      ))}
    </>
  );
}

function Fields({ act, page, refused }: ActsProps & { act: Act }) {
  switch (act) {
    case "publish":
      return <PublishFields page={page} refused={refused} />;
    case "withhold":
      return <WithholdFields refused={refused} />;
    case "decide":
      return <DecideFields clauses={page.clauses} refused={refused} current={decisionOf(page)} />;
    case "summarise":
      return <SummaryFields refused={refused} current={page.comment} />;
    case "decide_objection":
      return <ObjectionFields refused={refused} />;
    case "erase":
      return <EraseFields refused={refused} />;
    default:
      return null;
  }
}

function decisionOf({ comment }: DeskCommentPage) {
  const { outcome, outcomeClauseId, reason, gist } = comment;
  return { outcome, clause: outcomeClauseId, reason, gist };
}

/** What the public will read, ready to be corrected: what is public now, or else the words as masked. */
function PublishFields({ page, refused }: ActsProps) {
  const given = page.comment.published ?? page.proposed;
  const field = fieldOf("publish", refused);
  const typed = (name: "body" | "suggestion" | "name") => (refused ? refused.values[name] : given[name]) ?? "";
  return (
    <>
      <p className="hint">{texts.publish.lead}</p>
      <TextArea
        {...field("body")}
        label={texts.publish.body}
        required
        defaultValue={typed("body")}
        rows={8}
        limit={MAX_BODY}
      />
      <TextArea
        {...field("suggestion")}
        label={texts.publish.suggestion}
        defaultValue={typed("suggestion")}
        rows={3}
        limit={MAX_SUGGESTION}
      />
      <Field
        {...field("name")}
        label={texts.publish.name}
        hint={texts.publish.nameHint}
        defaultValue={typed("name")}
        size="medium"
      />
    </>
  );
}

function WithholdFields({ refused }: Pick<ActsProps, "refused">) {
  const { withheldGrounds } = useStrings().consultationTerms;
  const field = fieldOf("withhold", refused);
  return (
    <>
      <p className="hint">{texts.withhold.lead}</p>
      <RadioGroup
        {...field("ground")}
        label={texts.withhold.ground}
        required
        options={WITHHELD_GROUNDS.map((value) => ({ value, label: withheldGrounds[value] }))}
      />
      <TextArea
        {...field("reason")}
        label={texts.withhold.reason}
        hint={texts.withhold.reasonHint}
        rows={3}
        limit={MAX_REASON}
      />
      <TextArea {...field("gist")} label={texts.decide.gist} hint={texts.decide.gistHint} rows={2} limit={MAX_REASON} />
    </>
  );
}

function ObjectionFields({ refused }: Pick<ActsProps, "refused">) {
  const field = fieldOf("decide_objection", refused);
  const { decideObjection } = texts;
  return (
    <>
      <RadioGroup
        {...field("upheld")}
        label={decideObjection.upheld}
        required
        options={[
          { value: "yes", label: decideObjection.yes },
          { value: "no", label: decideObjection.no },
        ]}
      />
      <TextArea
        {...field("reason")}
        label={decideObjection.reason}
        hint={decideObjection.reasonHint}
        rows={3}
        limit={MAX_REASON}
      />
    </>
  );
}

function EraseFields({ refused }: Pick<ActsProps, "refused">) {
  const { erasureGrounds } = useStrings().consultationTerms;
  return (
    <>
      <p className="hint">{texts.erase.lead}</p>
      <RadioGroup
        {...fieldOf("erase", refused)("ground")}
        label={texts.erase.ground}
        required
        options={ERASURE_GROUNDS.map((value) => ({ value, label: erasureGrounds[value] }))}
      />
    </>
  );
}

function fieldOf(act: Act, refused: RefusedForm | undefined) {
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  return (name: string) => ({
    name,
    id: fieldId(act, name),
    error: errors[name],
    defaultValue: refused?.values[name],
  });
}

function titleOf(act: Act, { comment }: DeskCommentPage): string {
  switch (act) {
    case "publish":
      return comment.display === "shown" ? texts.publish.titleAgain : texts.publish.title;
    case "withhold":
      return texts.withhold.title;
    case "decide":
      return texts.decide.title;
    case "summarise":
      return texts.summarise.title;
    case "decide_objection":
      return texts.decideObjection.title;
    default:
      return texts.erase.title;
  }
}

function buttonOf(act: Act): string {
  switch (act) {
    case "publish":
      return texts.publish.button;
    case "withhold":
      return texts.withhold.button;
    case "decide":
      return texts.decide.save;
    case "summarise":
      return texts.summarise.button;
    case "decide_objection":
      return texts.decideObjection.button;
    default:
      return texts.erase.button;
  }
}

function kindOf(act: Act) {
  if (act === "erase" || act === "withhold") return "danger";
  return act === "publish" || act === "decide" || act === "decide_objection" ? "primary" : "plain";
}

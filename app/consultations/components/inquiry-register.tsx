import { formatDate } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { RadioGroup } from "~/ui/radio-group";
import { Select } from "~/ui/select";
import { StatusBadge } from "~/ui/status-badge";
import { TextArea } from "~/ui/text-area";
import { WholeText } from "~/ui/whole-text";
import type { Outcome } from "../comment";
import { REPLY_KINDS, type ReplyKind } from "../inquiry";
import type { NamedClause } from "../processing-facts";
import { MAX_BODY } from "../words";
import { fieldId, type RefusedForm } from "./act-forms";
import { OutcomeBadge } from "./outcome-badge";

const texts = deskComments.inquiries;

export interface InquiryLine {
  id: number;
  bodyName: string;
  askedOn: string;
  dueOn: string;
  repliedOn: string | null;
  replyKind: ReplyKind | null;
  commentNumber: number | null;
  outcome: Outcome | null;
  isOverdue: boolean;
}

/** Each body asked, its deadline, its reply and what became of it. */
export function InquiryTable({ inquiries }: { inquiries: readonly InquiryLine[] }) {
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.register}
      isCaptionHidden
      rows={[...inquiries]}
      rowKey={({ id }) => id}
      empty={<EmptyState title={texts.empty} />}
      columns={[
        { key: "body", header: columns.body, isRowHeader: true, cell: ({ bodyName }) => <bdi>{bodyName}</bdi> },
        { key: "asked", header: columns.asked, kind: "tight", cell: ({ askedOn }) => day(askedOn) },
        { key: "due", header: columns.due, kind: "tight", cell: ({ dueOn }) => day(dueOn) },
        { key: "reply", header: columns.reply, cell: (line) => <Reply line={line} /> },
        {
          key: "outcome",
          header: columns.outcome,
          cell: ({ outcome }) => outcome && <OutcomeBadge outcome={outcome} />,
        },
      ]}
    />
  );
}

function Reply({ line: { repliedOn, commentNumber, isOverdue } }: { line: InquiryLine }) {
  if (!repliedOn) {
    return (
      <StatusBadge tone={isOverdue ? "overdue" : "working"}>{isOverdue ? texts.overdue : texts.waiting}</StatusBadge>
    );
  }
  if (commentNumber === null)
    return (
      <>
        <WholeText text={texts.noComment(day(repliedOn))} />
      </>
    );
  return (
    <a href={href(`/desk/comments/${commentNumber}`)}>
      <WholeText text={texts.opinion(day(repliedOn), commentNumber)} />
    </a>
  );
}

/** A letter that went out. */
export function InquiryForm({ refused }: { refused: RefusedForm | undefined }) {
  const field = fieldsOf("record_inquiry", refused);
  return (
    <form method="post" noValidate>
      <Field {...field("bodyName")} label={texts.bodyName} size="medium" required />
      <Field {...field("askedOn")} label={texts.askedOn} type="date" size="medium" required />
      <Field {...field("dueOn")} label={texts.dueOn} type="date" size="medium" required />
      <ActButton act="record_inquiry">{texts.addButton}</ActButton>
    </form>
  );
}

interface ReplyFormProps {
  open: readonly InquiryLine[];
  clauses: readonly NamedClause[];
  refused: RefusedForm | undefined;
}

/** The answer to one of them: an opinion, or none. */
export function ReplyForm({ open, clauses, refused }: ReplyFormProps) {
  const { replies } = useStrings().consultationTerms;
  const field = fieldsOf("record_reply", refused);
  if (open.length === 0) return <p>{texts.nothingOpen}</p>;
  return (
    <form method="post" noValidate>
      <Select
        {...field("inquiry")}
        label={texts.inquiry}
        required
        options={open.map(({ id, bodyName, askedOn }) => ({ value: String(id), label: `${bodyName} ${day(askedOn)}` }))}
      />
      <Field {...field("repliedOn")} label={texts.repliedOn} type="date" size="medium" required />
      <RadioGroup
        {...field("replyKind")}
        label={texts.replyKind}
        required
        inline
        options={REPLY_KINDS.map((value) => ({ value, label: replies[value] }))}
      />
      <Select
        {...field("clause")}
        label={texts.clause}
        empty={deskComments.enter.wholeDraft}
        options={clauses.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...field("body")} label={texts.body} hint={texts.bodyHint} rows={6} limit={MAX_BODY} />
      <RadioGroup
        {...field("publish")}
        label={texts.publish}
        inline
        options={[
          { value: "yes", label: deskComments.enter.yes },
          { value: "no", label: deskComments.enter.no },
        ]}
      />
      <ActButton act="record_reply">{texts.replyButton}</ActButton>
    </form>
  );
}

/** The fields of both forms as people read them, by the ids that the error summary leads to. */
export const INQUIRY_LABELS: Record<string, string> = {
  ...named("record_inquiry", { bodyName: texts.bodyName, askedOn: texts.askedOn, dueOn: texts.dueOn }),
  ...named("record_reply", {
    ...{ inquiry: texts.inquiry, repliedOn: texts.repliedOn, replyKind: texts.replyKind },
    ...{ clause: texts.clause, body: texts.body, publish: texts.publish },
  }),
};

function named(act: string, labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([name, label]) => [fieldId(act, name), label]));
}

function fieldsOf(act: string, refused: RefusedForm | undefined) {
  const own = refused?.act === act ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  return (name: string) => ({ name, id: fieldId(act, name), error: errors[name], defaultValue: own?.values[name] });
}

function day(value: string): string {
  return formatDate(value, "zh-CN");
}

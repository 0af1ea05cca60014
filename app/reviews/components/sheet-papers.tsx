import type { ReactNode } from "react";
import { formatDate } from "~/i18n/format";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { ActButton } from "~/ui/button";
import { DataTable, type Column } from "~/ui/data-table";
import { Field } from "~/ui/field";
import { FileField } from "~/ui/file-field";
import { href } from "~/ui/href";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { MAX_NOTE } from "../forms";
import type { PaperAct } from "../paper-signature";
import type { PaperLine } from "../sheet-view";
import type { FormField, SheetForm } from "./sheet-form";

const { paper: texts, paperActs } = deskReviews;

interface SheetPapersProps {
  papers: PaperLine[];
  /** Who enters and who verifies, where it is not the unit's own sign-off. */
  lead?: string;
  form: SheetForm | null;
  /** What is signed now; null when nothing waits for a signature. Papers of other parts are history. */
  part: string | null;
  /** What may be signed on paper here, and by whom. */
  signers: Partial<Record<PaperAct, { id: string; name: string }[]>>;
  /** What whoever verifies has to say besides, by the act that was signed. */
  verifyFields?: (act: PaperAct, field: (name: string) => FormField) => ReactNode;
  /** What a signature says, where it is more than the step that was signed. */
  actName?: (act: PaperAct, part: string | null) => string;
  /** What the words beside a decision are called. */
  words?: { label: string; hint: string };
  accept: string;
  maxBytes: number;
}

const nameOfAct = (act: PaperAct) => paperActs[act];
const WORDS = { label: texts.words, hint: texts.wordsHint };

/** Signatures on paper: what was entered, the form to enter one, and the second person's forms. */
export function SheetPapers(props: SheetPapersProps) {
  const { papers, lead = texts.lead, form, part, verifyFields, actName = nameOfAct, words = WORDS, ...rest } = props;
  const waiting = papers.filter((paper) => isWaiting(paper, part));
  return (
    <>
      <p className="hint">{lead}</p>
      <DataTable
        caption={texts.list}
        columns={[
          ...columnsOf(actName),
          { key: "state", header: texts.state, kind: "tight", cell: (paper) => stateOf(paper, part) },
        ]}
        rows={papers}
        rowKey={({ id }) => id}
        empty={<p>{texts.none}</p>}
      />
      {form && waiting.map((paper) => <SettleForms key={paper.id} {...{ paper, form, verifyFields, words }} />)}
      {form && <EnterForm form={form} nameOf={(act) => actName(act, part)} {...rest} />}
    </>
  );
}

function columnsOf(actName: (act: PaperAct, part: string | null) => string): Column<PaperLine>[] {
  return [
    { key: "number", header: texts.number, isRowHeader: true, cell: ({ number }) => number },
    { key: "act", header: texts.act, kind: "tight", cell: ({ act, part }) => actName(act, part) },
    { key: "signer", header: texts.signer, cell: ({ signer }) => signer },
    { key: "statedOn", header: texts.statedOn, kind: "tight", cell: ({ statedOn }) => formatDate(statedOn, "zh-CN") },
    { key: "scan", header: texts.scan, cell: ({ scans }) => <Scans scans={scans} /> },
    { key: "enteredBy", header: texts.enteredBy, cell: ({ enteredBy }) => enteredBy },
    { key: "settledBy", header: texts.settledBy, cell: ({ settledBy }) => settledBy },
  ];
}

function isDecision(act: PaperAct): boolean {
  return act === "agree" || act === "decline";
}

function isWaiting(paper: PaperLine, part: string | null): boolean {
  return paper.isVerified === null && paper.part === part;
}

function stateOf(paper: PaperLine, part: string | null): string {
  if (isWaiting(paper, part)) return texts.waiting;
  if (paper.isVerified === null) return texts.overtaken;
  return paper.isVerified ? texts.verified : texts.refused(paper.reason ?? "");
}

function Scans({ scans }: Pick<PaperLine, "scans">) {
  return (
    <>
      {scans.map(({ id, name }) => (
        <p key={id}>
          <a href={href(`/attachments/${id}`)}>
            <bdi>{name}</bdi>
          </a>
        </p>
      ))}
    </>
  );
}

interface SettleProps extends Pick<SheetPapersProps, "verifyFields"> {
  paper: PaperLine;
  form: SheetForm;
  words: { label: string; hint: string };
}

function SettleForms({ paper: { id, number, act }, form, verifyFields, words }: SettleProps) {
  const isRefused = form.refused?.values.paper === String(id);
  const own = (name: string, verb: string) =>
    isRefused ? form.field(verb, name) : { name, id: `${verb}-${name}-${id}` };
  return (
    <Section title={texts.verifyTitle(number)} level={3} id={`paper-${id}`}>
      <form method="post" noValidate className="form">
        <p>{texts.verifyNote}</p>
        <input type="hidden" name="paper" value={id} />
        {verifyFields?.(act, (name) => own(name, "verify_paper"))}
        {isDecision(act) && (
          <TextArea
            {...own("words", "verify_paper")}
            {...{ ...words, rows: 2, limit: MAX_NOTE, required: act === "decline" }}
          />
        )}
        <ActButton act="verify_paper" kind="primary">
          {texts.verify}
        </ActButton>
      </form>
      <details className="form-more" open={isRefused && form.refused?.act === "refuse_paper"}>
        <summary>{texts.differs}</summary>
        <form method="post" noValidate className="form">
          <input type="hidden" name="paper" value={id} />
          <TextArea {...own("reason", "refuse_paper")} label={texts.refuseReason} rows={2} limit={MAX_NOTE} required />
          <ActButton act="refuse_paper" kind="danger">
            {texts.refuse}
          </ActButton>
        </form>
      </details>
    </Section>
  );
}

interface EnterProps extends Pick<SheetPapersProps, "signers" | "accept" | "maxBytes"> {
  form: SheetForm;
  nameOf: (act: PaperAct) => string;
}

function EnterForm({ form, nameOf, signers, accept, maxBytes }: EnterProps) {
  const field = (name: string) => form.field("enter_paper", name);
  const entries = Object.entries(signers) as [PaperAct, { id: string; name: string }[]][];
  const acts = entries.map(([act]) => ({ value: act, label: nameOf(act) }));
  const people = entries.flatMap(([act, list]) =>
    list.map(({ id, name }) => ({ value: id, label: isDecision(act) ? name : `${name}（${paperActs[act]}）` })),
  );
  const distinct = people.filter(({ value }, index) => people.findIndex((one) => one.value === value) === index);
  const kept = form.refused?.act === "enter_paper" ? form.refused.kept : [];
  const { defaultValue: _value, ...scan } = field("attachment");
  return (
    <details className="form-more" id="enter-paper" open={form.refused?.act === "enter_paper"}>
      <summary>{texts.enter}</summary>
      <form method="post" encType="multipart/form-data" noValidate className="form">
        <RadioGroup {...field("paperAct")} label={texts.act} options={acts} required />
        <Select {...field("signer")} label={texts.signer} options={distinct} required />
        <Field {...field("number")} label={texts.number} size="medium" required />
        <Field {...field("statedOn")} label={texts.statedOn} type="date" size="medium" required />
        <FileField
          {...scan}
          label={texts.scan}
          hint={texts.scanHint}
          maxFiles={5}
          maxBytes={maxBytes}
          accept={accept}
          kept={kept}
          required
        />
        <ActButton act="enter_paper">{texts.enter}</ActButton>
      </form>
    </details>
  );
}

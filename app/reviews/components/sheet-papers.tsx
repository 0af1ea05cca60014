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
import type { SheetForm } from "./sheet-form";

const { paper: texts, paperActs } = deskReviews;

interface SheetPapersProps {
  papers: PaperLine[];
  form: SheetForm | null;
  /** What may be signed on paper here, and by whom. */
  signers: Partial<Record<PaperAct, { id: string; name: string }[]>>;
  /** The outcome may release a revised draft: asked when its signature is verified. */
  hasRevisedDraft: boolean;
  accept: string;
  maxBytes: number;
}

/** Signatures on paper: what was entered, the form to enter one, and the second person's forms. */
export function SheetPapers({ papers, form, ...rest }: SheetPapersProps) {
  const waiting = papers.filter(({ isVerified }) => isVerified === null);
  return (
    <>
      <p className="hint">{texts.lead}</p>
      <DataTable
        caption={texts.list}
        columns={COLUMNS}
        rows={papers}
        rowKey={({ id }) => id}
        empty={<p>{texts.none}</p>}
      />
      {form && waiting.map((paper) => <SettleForms key={paper.id} paper={paper} form={form} {...rest} />)}
      {form && <EnterForm form={form} {...rest} />}
    </>
  );
}

const COLUMNS: Column<PaperLine>[] = [
  { key: "number", header: texts.number, isRowHeader: true, cell: ({ number }) => number },
  { key: "act", header: texts.act, kind: "tight", cell: ({ act }) => paperActs[act] },
  { key: "signer", header: texts.signer, cell: ({ signer }) => signer },
  { key: "statedOn", header: texts.statedOn, kind: "tight", cell: ({ statedOn }) => formatDate(statedOn, "zh-CN") },
  { key: "scan", header: texts.scan, cell: ({ scans }) => <Scans scans={scans} /> },
  { key: "enteredBy", header: texts.enteredBy, cell: ({ enteredBy }) => enteredBy },
  { key: "settledBy", header: texts.settledBy, cell: ({ settledBy }) => settledBy },
  { key: "state", header: texts.state, cell: stateOf },
];

function isDecision(act: PaperAct): boolean {
  return act === "agree" || act === "decline";
}

function stateOf({ isVerified, reason }: PaperLine): string {
  if (isVerified === null) return texts.waiting;
  return isVerified ? texts.verified : texts.refused(reason ?? "");
}

function Scans({ scans }: Pick<PaperLine, "scans">) {
  return (
    <ul>
      {scans.map(({ id, name }) => (
        <li key={id}>
          <a href={href(`/attachments/${id}`)}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

interface SettleProps extends Pick<SheetPapersProps, "hasRevisedDraft"> {
  paper: PaperLine;
  form: SheetForm;
}

function SettleForms({ paper: { id, number, act }, form, hasRevisedDraft }: SettleProps) {
  const release = [
    { value: "yes", label: texts.releaseYes },
    { value: "no", label: texts.releaseNo },
  ];
  const own = (name: string, verb: string) => ({ ...form.field(verb, name), id: `${verb}-${name}-${id}` });
  return (
    <Section title={texts.verifyTitle(number)} level={3} id={`paper-${id}`}>
      <form method="post" noValidate className="form">
        <p>{texts.verifyNote}</p>
        <input type="hidden" name="paper" value={id} />
        {act === "approve" && hasRevisedDraft && (
          <RadioGroup {...own("releaseRevisedDraft", "verify_paper")} label={texts.release} options={release} />
        )}
        {isDecision(act) && (
          <TextArea
            {...own("words", "verify_paper")}
            {...{ label: texts.words, hint: texts.wordsHint, rows: 2, limit: MAX_NOTE, required: act === "decline" }}
          />
        )}
        <ActButton act="verify_paper">{texts.verify}</ActButton>
      </form>
      <form method="post" noValidate className="form">
        <input type="hidden" name="paper" value={id} />
        <TextArea {...own("reason", "refuse_paper")} label={texts.refuseReason} rows={2} limit={MAX_NOTE} required />
        <ActButton act="refuse_paper" kind="danger">
          {texts.refuse}
        </ActButton>
      </form>
    </Section>
  );
}

function EnterForm({
  form,
  signers,
  accept,
  maxBytes,
}: Omit<SheetPapersProps, "papers" | "form"> & { form: SheetForm }) {
  const field = (name: string) => form.field("enter_paper", name);
  const entries = Object.entries(signers) as [PaperAct, { id: string; name: string }[]][];
  const acts = entries.map(([act]) => ({ value: act, label: paperActs[act] }));
  const people = entries.flatMap(([act, list]) =>
    list.map(({ id, name }) => ({ value: id, label: isDecision(act) ? name : `${name}（${paperActs[act]}）` })),
  );
  const distinct = people.filter(({ value }, index) => people.findIndex((one) => one.value === value) === index);
  const kept = form.refused?.act === "enter_paper" ? form.refused.kept : [];
  const { defaultValue: _value, ...scan } = field("attachment");
  return (
    <Section title={texts.enter} level={3} id="enter-paper">
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
    </Section>
  );
}

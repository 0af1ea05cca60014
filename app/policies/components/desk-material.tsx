import type { ComponentProps, ReactNode } from "react";
import { formatCount } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskMedia } from "~/i18n/zh-CN/desk-media";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import type { MediaFile } from "~/media/media-file";
import type { Reason } from "~/platform/refusal";
import { sheetForm, type RefusedSheet } from "~/reviews/components/sheet-form";
import { SheetBox } from "~/reviews/components/sheet-box";
import { SheetPapers } from "~/reviews/components/sheet-papers";
import { SheetStages } from "~/reviews/components/sheet-stages";
import type { SheetStage, SheetView } from "~/reviews/sheet-view";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import type { ShownPapers } from "../desk-facts";
import { MAX_FILE_BYTES, MAX_REASON } from "../forms";
import type { MaterialAct, MaterialState, MaterialKind } from "../material";
import type { MaterialContent } from "../material-content";
import { maySupportMedia } from "../material-media";
import type { MaterialValues } from "../material-values";
import type { PackageState } from "../policy-package";
import type { QuotedClauseFacts } from "./clause-quotes";
import { fieldId, ReasonList } from "./desk-acts";
import { MaterialFields } from "./desk-material-fields";
import { MaterialBody } from "./material-body";

const { material: texts, bench } = deskPolicies;

export interface DeskMaterialFacts {
  policy: { slug: string; title: string; state: PackageState; unitCode: string };
  slug: string;
  kind: MaterialKind;
  title: string;
  titleEn: string | null;
  summary: string;
  state: MaterialState;
  version: number;
  values: MaterialValues;
  missing: Reason[];
  preview: { content: MaterialContent; media: MediaFile | null; clauses: QuotedClauseFacts[] };
  choices: { id: string; title: string; size: number }[];
  isAlike: boolean;
  isStale: boolean;
  mayEdit: boolean;
  offers: { act: MaterialAct; reasons: Reason[] }[];
  stages: SheetStage[] | null;
  sheet: { sheet: SheetView; mayFill: boolean } | null;
  papers: Omit<ShownPapers, "what"> | null;
  ratings: { yes: number; partly: number; no: number };
  ratingReasons: { id: number; answer: string; reason: string | null }[];
}

export interface RefusedMaterial {
  act: string;
  reasons: Reason[];
  values: MaterialValues;
  arrived: ComponentProps<typeof MaterialFields>["arrived"];
  /** Scans of a signature that were set aside. */
  kept: RefusedSheet["kept"];
}

interface DeskMaterialProps {
  material: DeskMaterialFacts;
  refused: RefusedMaterial | undefined;
}

/** A material at the desk: what is missing, its form, its way to the public, and what readers made of it. */
export function DeskMaterialBody({ material, refused }: DeskMaterialProps) {
  const { missing, isAlike, isStale, policy, state, slug } = material;
  const isPublic = state === "released" && policy.state === "released";
  return (
    <>
      <Section title={texts.check} id="check">
        {missing.length > 0 ? (
          <Notice kind="ask" title={texts.checkMissing}>
            <ReasonList reasons={missing} />
          </Notice>
        ) : (
          <Notice kind="settled" title={texts.checkOk} />
        )}
        {isAlike && <Notice kind="warn" title={texts.likeness} />}
        {isStale && <Notice kind="warn" title={texts.stale} />}
        {policy.state !== "released" && <p className="hint">{texts.withDocument}</p>}
        {isPublic && (
          <p>
            <a href={href(`/interpretations/${slug}`)}>{texts.view}</a>
          </p>
        )}
      </Section>
      {material.stages && <SheetStages stages={material.stages} />}
      {material.sheet && <SheetBox {...material.sheet} refused={refused} />}
      <MaterialActs material={material} refused={refused} />
      <MaterialPapers papers={material.papers} refused={refused} />
      {material.mayEdit ? <EditForm material={material} refused={refused} /> : <p className="hint">{texts.readOnly}</p>}
      {(missing.length === 0 || !material.mayEdit) && (
        <Section title={texts.preview} id="preview">
          <MaterialBody slug={slug} policySlug={policy.slug} {...material.preview} />
        </Section>
      )}
      {isPublic && <Ratings material={material} />}
    </>
  );
}

/** What was signed on paper instead of here: entered by one, verified by another. */
function MaterialPapers({ papers, refused }: Pick<DeskMaterialFacts, "papers"> & Pick<DeskMaterialProps, "refused">) {
  if (!papers) return null;
  const { lines, signers, part, accept } = papers;
  const values = Object.fromEntries(Object.entries(refused?.values ?? {}).map(([name, all]) => [name, all?.[0]]));
  const own = refused && { ...refused, values };
  return (
    <Section title={bench.papers} id="papers">
      <SheetPapers
        papers={lines}
        form={signers && sheetForm(own)}
        part={part}
        signers={signers ?? {}}
        accept={accept}
        maxBytes={MAX_FILE_BYTES}
      />
    </Section>
  );
}

function MaterialActs({ material: { offers, version, missing }, refused }: DeskMaterialProps) {
  if (offers.length === 0) return null;
  return (
    <Section title={texts.acts} id="acts">
      {offers.map(({ act, reasons }) => {
        const own = refused?.act === act ? refused : undefined;
        const isAsked = act === "submit_material" || act === "approve_material";
        const all = [...reasons, ...(isAsked ? missing : [])];
        if (act === "confirm_material" && all.length > 0) return null;
        return (
          <Section key={act} title={bench.buttons[act]} level={3} id={`act-${act}`}>
            {all.length > 0 ? (
              <Notice kind="ask" title={bench.blocked(bench.buttons[act])}>
                <ReasonList reasons={all} />
              </Notice>
            ) : (
              <form method="post" noValidate className="form">
                <input type="hidden" name="version" value={version} />
                <Words act={act} own={own} />
                <ActButton act={act}>{bench.buttons[act]}</ActButton>
              </form>
            )}
          </Section>
        );
      })}
    </Section>
  );
}

function Words({ act, own }: { act: MaterialAct; own: RefusedMaterial | undefined }): ReactNode {
  const isReasoned = act === "return_material" || act === "take_down_material";
  const name = isReasoned ? "reason" : "remark";
  return (
    <TextArea
      name={name}
      id={fieldId(act, name)}
      label={isReasoned ? bench.reason : bench.remark}
      required={isReasoned}
      rows={3}
      limit={MAX_REASON}
      defaultValue={own?.values[name]?.[0]}
      error={reasonsByField(own?.reasons ?? [], "zh-CN")[name]}
    />
  );
}

function EditForm({ material, refused }: DeskMaterialProps) {
  const own = refused?.act === "edit" ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  const { title, titleEn, summary, kind, version } = material;
  const saved: MaterialValues = { title: [title], titleEn: [titleEn ?? ""], summary: [summary], ...material.values };
  const values = own?.values ?? saved;
  const field = (name: "title" | "titleEn" | "summary") => ({
    name,
    label: texts[name],
    defaultValue: values[name]?.[0],
    error: errors[name],
  });
  return (
    <form
      method="post"
      noValidate
      className="form"
      encType={maySupportMedia(kind) ? "multipart/form-data" : undefined}
      data-parts={href("/desk/media/uploads")}
      data-interrupted={deskMedia.add.interrupted}
      data-progress={deskMedia.add.progress}
    >
      <input type="hidden" name="version" value={version} />
      <Section title={texts.basics} id="basics">
        <Field {...field("title")} required hint={texts.titleHint} />
        <Field {...field("titleEn")} />
        <Field {...field("summary")} hint={texts.summaryHint} />
      </Section>
      <Section title={texts.content} id="content">
        <MaterialFields {...{ kind, values, errors }} choices={material.choices} arrived={own?.arrived ?? {}} />
      </Section>
      <ActButton act="edit" kind="primary">
        {texts.save}
      </ActButton>{" "}
      <ActButton act="remove" kind="quiet">
        {texts.remove}
      </ActButton>
    </form>
  );
}

function Ratings({ material: { ratings, ratingReasons } }: Pick<DeskMaterialProps, "material">) {
  const { answers } = useStrings().policies.rating;
  const count = (value: number) => formatCount(value, "zh-CN");
  return (
    <Section title={texts.ratings} id="ratings">
      <p>{texts.ratingLine(count(ratings.yes), count(ratings.partly), count(ratings.no))}</p>
      {ratingReasons.length > 0 && (
        <Section title={texts.ratingReasons} level={3}>
          <ul>
            {ratingReasons.map(({ id, answer, reason }) => (
              <li key={id} dir="auto">
                {answers[answer as keyof typeof answers]} · {reason}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Section>
  );
}

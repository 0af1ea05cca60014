import { isBlank } from "~/forms/words";
import type { PlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { isInterpretationCompulsory, type DocumentKind } from "./document-number";
import { COMPULSORY_KINDS, type MaterialKind } from "./material";
import { because } from "./reasons";

export interface PlannedForm {
  kind: MaterialKind;
  /** Null: released with the document. */
  dueOn: PlainDate | null;
}

export interface GateMaterial {
  kind: MaterialKind;
  title: string;
  /** What is missing in it; [] means complete. */
  reasons: Reason[];
}

export interface GateFacts {
  documentKind: DocumentKind;
  documentNumber: string | null;
  isInterpreted: boolean;
  notInterpretedReason: string | null;
  planOutline: string | null;
  planChannels: string | null;
  planOwner: string | null;
  forms: readonly PlannedForm[];
  materials: readonly GateMaterial[];
  exception: { isSigned: boolean } | null;
}

/**
 * Every reason why the package cannot go to review, be signed or be released. 政策解读方案、解读材料 与政策文件
 * 同步组织、同步审签、同步部署 (穗府办函〔2017〕313号 第二条); the plan names 提纲、形式、渠道、时间、责任人.
 */
export function gateRefusals(facts: GateFacts): Reason[] {
  const isCompulsory = isInterpretationCompulsory(facts);
  if (!facts.isInterpreted) {
    if (isCompulsory) return [because("interpretation_compulsory", "isInterpreted")];
    return isBlank(facts.notInterpretedReason)
      ? [because("not_interpreted_reason_missing", "notInterpretedReason")]
      : [];
  }
  return [...planRefusals(facts), ...materialRefusals(facts, isCompulsory), ...exceptionRefusals(facts)];
}

/** The materials that go out with the document: complete, and of a form that the plan does not date later. */
export function goWithDocument<M extends Pick<GateMaterial, "kind" | "reasons">>(
  materials: readonly M[],
  forms: readonly PlannedForm[],
): M[] {
  return materials.filter(({ kind, reasons }) => reasons.length === 0 && !isLater(kind, forms));
}

/** An exception makes sense only where material is compulsory or planned with the document. */
export function isExceptionUseful(facts: GateFacts): boolean {
  return gateRefusals({ ...facts, exception: null }).some(({ code }) => EXCUSED.includes(code));
}

const EXCUSED = ["written_material_missing", "planned_material_missing", "material_incomplete"];

function planRefusals({ planOutline, planChannels, planOwner, forms }: GateFacts): Reason[] {
  return [
    ...(isBlank(planOutline) ? [because("plan_outline_missing", "planOutline")] : []),
    ...(isBlank(planChannels) ? [because("plan_channels_missing", "planChannels")] : []),
    ...(isBlank(planOwner) ? [because("plan_owner_missing", "planOwner")] : []),
    ...(forms.length === 0 ? [because("plan_forms_missing", "kind")] : []),
  ];
}

function materialRefusals({ forms, materials, exception }: GateFacts, isCompulsory: boolean): Reason[] {
  if (exception?.isSigned) return [];
  const ready = goWithDocument(materials, forms).map(({ kind }) => kind);
  const reasons: Reason[] = [];
  if (isCompulsory && !ready.some((kind) => (COMPULSORY_KINDS as readonly MaterialKind[]).includes(kind)))
    reasons.push(because("written_material_missing"));
  const missing = forms.filter(({ kind, dueOn }) => dueOn === null && !ready.includes(kind)).map(({ kind }) => kind);
  if (missing.length > 0) reasons.push(because("planned_material_missing", undefined, { kinds: missing.join(",") }));
  const halves = materials.filter(({ kind, reasons }) => reasons.length > 0 && !isLater(kind, forms));
  if (halves.length > 0)
    reasons.push(because("material_incomplete", undefined, { titles: halves.map(({ title }) => title).join("；") }));
  return reasons;
}

function exceptionRefusals({ exception }: GateFacts): Reason[] {
  return exception && !exception.isSigned ? [because("exception_waits")] : [];
}

function isLater(kind: MaterialKind, forms: readonly PlannedForm[]): boolean {
  const planned = forms.filter((form) => form.kind === kind);
  return planned.length > 0 && planned.every(({ dueOn }) => dueOn !== null);
}

import { z } from "zod";
import { ATTRIBUTES, SECRECY_RESULTS, WITHHOLDING_GROUNDS } from "~/disclosure/attribute";
import { MAX_DRAFT, MAX_WRITTEN_DRAFT } from "~/drafting/limits";
import {
  choice,
  identifier,
  numeral,
  optionalChoice,
  optionalDay,
  optionalIdentifier,
  optionalNumeral,
  optionalPattern,
  optionalText,
  repeated,
  requiredDay,
  requiredText,
} from "~/forms/fields";
import { DOCUMENT_KINDS, documentNumberRefusals, normaliseDocumentNumber } from "./document-number";
import { indexNumberRefusals, normaliseIndexNumber } from "./index-number";
import { MATERIAL_KINDS, type MaterialAct } from "./material";
import type { Act } from "./policy-package";

export const MAX_TITLE = 200;
export const MAX_LINE = 200;
export const MAX_REASON = 5_000;
const MAX_WORDS_ON_PAPER = 2_000;
export const MAX_FILES = 5;
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;

/** The year is checked by the verb, which knows the clock; the form knows the shape. */
const ANY_YEAR = 9999;

const documentNumber = optionalText(MAX_LINE).transform((typed, context) => {
  if (typed === null) return null;
  const [reason] = documentNumberRefusals(typed, ANY_YEAR);
  // Of the year the verb says more than the shape does.
  if (reason && reason.code !== "number_year") context.addIssue({ code: "custom", message: reason.code });
  return normaliseDocumentNumber(typed) ?? typed;
});

const indexNumber = optionalText(MAX_LINE).transform((typed, context) => {
  if (typed === null) return null;
  const [reason] = indexNumberRefusals(typed);
  if (reason) context.addIssue({ code: "custom", message: reason.code });
  return normaliseIndexNumber(typed);
});

const metadata = {
  title: requiredText(MAX_TITLE, "title_missing", "title_too_long"),
  titleEn: optionalText(MAX_TITLE, "title_too_long"),
  summary: optionalText(MAX_REASON).transform((text) => text ?? ""),
  summaryEn: optionalText(MAX_REASON),
  documentKind: choice(DOCUMENT_KINDS, "choice_unknown", "policy_kind_missing"),
  issuingAuthority: optionalText(MAX_LINE).transform((text) => text ?? ""),
  jointIssuers: optionalText(MAX_REASON),
  topic: optionalText(MAX_LINE),
  keywords: optionalText(MAX_LINE),
  documentNumber,
  indexNumber,
  signedOn: optionalDay(),
  effectiveFrom: optionalDay(),
  validUntil: optionalDay(),
  consultationSlug: optionalPattern(SLUG, "consultation_unknown"),
};

const disclosure = {
  proposedAttribute: choice(ATTRIBUTES),
  attributeGround: optionalChoice(WITHHOLDING_GROUNDS),
  attributeReason: optionalText(MAX_REASON),
  secrecyReview: optionalChoice(SECRECY_RESULTS),
  secrecyReviewer: optionalText(MAX_LINE),
  secrecyReviewedOn: optionalDay(),
};

const plan = {
  isInterpreted: choice(["yes", "no"]).transform((answer) => answer === "yes"),
  notInterpretedReason: optionalText(MAX_REASON),
  planOutline: optionalText(MAX_REASON),
  planChannels: optionalText(MAX_LINE),
  planOwner: optionalText(MAX_LINE),
};

export const newPolicyForm = z.strictObject({
  unit: identifier("choice_missing"),
  slug: optionalPattern(SLUG, "slug_invalid"),
  ...metadata,
  ...disclosure,
});

/** A staff form: its button says the act; `version` is that of the page, so that a stale one is told. */
function acting<const A extends string, S extends z.ZodRawShape>(act: A, shape: S) {
  return z.strictObject({ act: z.literal(act, { error: "choice_unknown" }), version: optionalNumeral(), ...shape });
}

const remark = optionalText(MAX_REASON);
const reason = requiredText(MAX_REASON, "reason_missing");

export const editForm = acting("edit" satisfies Act, { ...metadata, ...disclosure });
export const planForm = acting("edit_plan", plan);
export const addFormForm = acting("add_form", { kind: choice(MATERIAL_KINDS), dueOn: optionalDay() });
export const removeFormForm = acting("remove_form", { form: numeral() });
export const beginMaterialForm = acting("begin_material", { kind: choice(MATERIAL_KINDS) });
export const removeTextForm = acting("remove_text", {});
export const filesForm = acting("change_files", {
  /** A browser posts an empty file field as an empty text when the form is not multipart. */
  attachment: repeated(z.literal("", { error: "attachment_not_a_file" }), MAX_FILES),
  kept: repeated(identifier("attachment_not_a_file"), MAX_FILES),
  remove: repeated(identifier("choice_unknown"), 100),
});
export const FILES_REPEATABLE = ["attachment", "kept", "remove"] as const;

export const submitForm = acting("submit" satisfies Act, { remark });
export const passForm = acting("pass" satisfies Act, { remark });
export const returnForm = acting("return" satisfies Act, { reason });
export const approveForm = acting("approve" satisfies Act, { determinedAttribute: choice(ATTRIBUTES), remark });
export const issueForm = acting("issue" satisfies Act, {
  documentNumber,
  indexNumber,
  signedOn: optionalDay(),
  printedAttribute: choice(ATTRIBUTES),
});
export const releaseForm = acting("release" satisfies Act, {});

export const proposeExceptionForm = acting("propose_exception" satisfies Act, {
  reason,
  promisedOn: requiredDay("day_missing"),
});
export const signExceptionForm = acting("sign_exception" satisfies Act, { remark });
export const refuseExceptionForm = acting("refuse_exception" satisfies Act, { reason });

export const callForForm = acting("call_for" satisfies Act, { reason });

export const CHANGE_KINDS = ["correct", "amend", "repeal"] as const;
export const proposeChangeForm = acting("propose_change" satisfies Act, {
  change: choice(CHANGE_KINDS),
  reason,
  effectiveOn: requiredDay("day_missing"),
  successor: optionalIdentifier("successor_unknown"),
  clauses: optionalText(MAX_WRITTEN_DRAFT),
});
export const signChangeForm = acting("sign_change" satisfies Act, { remark });
export const refuseChangeForm = acting("refuse_change" satisfies Act, { reason });

/** A step of a material that follows its document; to send it back or take it down needs a reason. */
export function materialActForm(act: MaterialAct) {
  const needsReason = act === "return_material" || act === "take_down_material";
  return acting(act, { remark, reason: needsReason ? reason : optionalText(MAX_REASON) });
}

/** A signature on paper is verified: the attribute that its approver determined, or the words of its leader. */
export const verifyPaperForm = z.strictObject({
  act: z.literal("verify_paper", { error: "choice_unknown" }),
  paper: numeral(),
  determinedAttribute: optionalChoice(ATTRIBUTES),
  words: optionalText(MAX_WORDS_ON_PAPER),
});

/** POST /desk/policies/:slug/text: first the source is cut, then the clauses are confirmed. */
export const textForm = z.strictObject({
  act: z.enum(["cut", "save_draft"], { error: "choice_unknown" }),
  version: optionalNumeral(),
  source: optionalText(MAX_DRAFT),
  clauses: optionalText(MAX_WRITTEN_DRAFT),
  changeNote: optionalText(MAX_REASON),
  file: z.literal("", { error: "attachment_not_a_file" }).optional(),
});

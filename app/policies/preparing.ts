import type { PlainDate } from "~/calendar/plain-date";
import { attributeRefusals, textRefusals, type DisclosureAttribute, type SecrecyResult } from "~/disclosure/attribute";
import { isBlank } from "~/forms/words";
import type { Reason } from "~/platform/refusal";
import { kindOfNumber, type DocumentKind } from "./document-number";
import { because } from "./reasons";
import { validityRefusals } from "./validity";

export interface PreparedPolicy {
  title: string;
  summary: string;
  issuingAuthority: string;
  documentKind: DocumentKind;
  documentNumber: string | null;
  signedOn: PlainDate | null;
  effectiveFrom: PlainDate | null;
  validUntil: PlainDate | null;
  proposedAttribute: DisclosureAttribute;
  attributeGround: string | null;
  attributeReason: string | null;
  secrecyReview: SecrecyResult | null;
  secrecyReviewer: string | null;
}

/** Why these metadata cannot be kept, half finished as they may be: what contradicts itself or the law. */
export function metadataRefusals(prepared: PreparedPolicy, today: PlainDate): Reason[] {
  const { signedOn, documentNumber, documentKind } = prepared;
  const reasons: Reason[] = [];
  if (prepared.secrecyReview === "state_secret") reasons.push({ code: "state_secret", field: "secrecyReview" });
  if (signedOn && signedOn > today) reasons.push(because("signed_in_future", "signedOn", { today }));
  const said = documentNumber && kindOfNumber(documentNumber);
  if (said && said !== documentKind) reasons.push(because("number_kind_differs", "documentKind", { documentNumber }));
  return [...reasons, ...validityRefusals(prepared)];
}

/** Why the document itself cannot go to review or be signed; the interpretation is asked of the gate. */
export function documentRefusals(prepared: PreparedPolicy, clauseCount: number, today: PlainDate): Reason[] {
  const reasons = metadataRefusals(prepared, today);
  if (isBlank(prepared.title)) reasons.push(because("title_missing", "title"));
  if (isBlank(prepared.issuingAuthority)) reasons.push(because("issuing_authority_missing", "issuingAuthority"));
  const { proposedAttribute: attribute, attributeGround: ground, attributeReason: reason, secrecyReview } = prepared;
  reasons.push(...attributeRefusals({ attribute, ground, reason, secrecyReview }));
  if (attribute !== "proactive") return reasons;
  if (isBlank(prepared.summary)) reasons.push(because("policy_summary_missing", "summary"));
  reasons.push(...textRefusals({ attribute, secrecyReview }, "secrecyReview"));
  if (secrecyReview === "cleared" && isBlank(prepared.secrecyReviewer))
    reasons.push(because("secrecy_reviewer_missing", "secrecyReviewer"));
  if (clauseCount === 0) reasons.push(because("policy_text_missing", "clauses"));
  return reasons;
}

export interface IssueInput {
  documentNumber: string | null;
  signedOn: PlainDate | null;
  printedAttribute: DisclosureAttribute;
}

/**
 * Why the document cannot be issued: number and day are there, the mark printed on it is what was determined (拟定公文时
 * 提出公开属性，印发公文时标注公开方式), and the number does not make it a kind that was not signed as such.
 */
export function issueRefusals(
  input: IssueInput,
  facts: { documentKind: DocumentKind; determinedAttribute: DisclosureAttribute | null },
  today: PlainDate,
): Reason[] {
  const { documentNumber, signedOn, printedAttribute } = input;
  const reasons: Reason[] = [];
  if (!documentNumber) reasons.push(because("number_missing", "documentNumber"));
  if (!signedOn) reasons.push(because("signed_missing", "signedOn"));
  if (signedOn && signedOn > today) reasons.push(because("signed_in_future", "signedOn", { today }));
  const said = documentNumber && kindOfNumber(documentNumber);
  if (said && said !== facts.documentKind)
    reasons.push(because("number_kind_differs", "documentNumber", { documentNumber }));
  if (printedAttribute !== facts.determinedAttribute)
    reasons.push(because("attribute_differs", "printedAttribute", { determined: facts.determinedAttribute ?? "" }));
  return reasons;
}

/** Why the attribute cannot be determined so: a register entry holds neither text nor files. */
export function determinationRefusals(
  determined: DisclosureAttribute,
  holds: { clauses: number; files: number },
): Reason[] {
  if (determined === "proactive" || holds.clauses + holds.files === 0) return [];
  return [because("register_entry_holds_text", "determinedAttribute")];
}

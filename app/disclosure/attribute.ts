import { isBlank } from "~/forms/words";
import type { Reason } from "~/platform/refusal";

/** 主动公开, 依申请公开, 不予公开 (政府信息公开条例 国令711 第十三条、第十四至十六条、第二十七条). */
export const ATTRIBUTES = ["proactive", "on_request", "withheld"] as const;
export type DisclosureAttribute = (typeof ATTRIBUTES)[number];

/** Grounds for 不予公开: 国令711 第十四条 (without state secrets, which never enter), 第十五条, 第十六条. */
export const WITHHOLDING_GROUNDS = [
  "law_forbids",
  "public_safety",
  "third_party",
  "internal_affairs",
  "deliberation",
  "enforcement_file",
] as const;
export type WithholdingGround = (typeof WITHHOLDING_GROUNDS)[number];

/** What the secrecy review (保密审查, 国令711 第十七条) may find; `state_secret` ends the entry at once. */
export const SECRECY_RESULTS = ["cleared", "not_cleared", "state_secret"] as const;
export type SecrecyResult = (typeof SECRECY_RESULTS)[number];

export interface AttributeFacts {
  attribute: DisclosureAttribute;
  ground: string | null;
  reason: string | null;
  secrecyReview: SecrecyResult | null;
}

const SPELLINGS: Record<string, DisclosureAttribute> = {
  主动公开: "proactive",
  依申请公开: "on_request",
  不予公开: "withheld",
  // The word of before 2019, still on older documents.
  免予公开: "withheld",
};

/** The attribute as an older record spells it; null for anything else. */
export function readAttribute(text: string): DisclosureAttribute | null {
  const spelled = text.trim();
  return ATTRIBUTES.find((one) => one === spelled) ?? SPELLINGS[spelled] ?? null;
}

/**
 * What speaks against an attribute: whatever is not 主动公开 states why, 不予公开 also its legal ground. A state secret is
 * never entered at all, whatever the rest says.
 */
export function attributeRefusals({ attribute, ground, reason, secrecyReview }: AttributeFacts): Reason[] {
  if (secrecyReview === "state_secret") return [{ code: "state_secret", field: "secrecyReview" }];
  if (attribute === "proactive") {
    return secrecyReview === "not_cleared" ? [{ code: "secrecy_not_cleared", field: "secrecyReview" }] : [];
  }
  const isUngrounded = attribute === "withheld" && !WITHHOLDING_GROUNDS.some((one) => one === ground);
  return [
    ...(isUngrounded ? [{ code: "attribute_ground_missing", field: "attributeGround" }] : []),
    ...(isBlank(reason) ? [{ code: "attribute_reason_missing", field: "attributeReason" }] : []),
  ];
}

/**
 * Why text and files cannot be taken in: only a document that is to be disclosed proactively and has passed the secrecy
 * review has any; of all others there is a register entry and nothing more.
 */
export function textRefusals(
  { attribute, secrecyReview }: Pick<AttributeFacts, "attribute" | "secrecyReview">,
  field: string,
): Reason[] {
  if (attribute !== "proactive") return [{ code: "register_entry_only", field }];
  return secrecyReview === "cleared" ? [] : [{ code: "secrecy_review_missing", field }];
}

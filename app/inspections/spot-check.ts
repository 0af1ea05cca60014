import { isSamePerson, type Actor } from "~/accounts/actor";
import { isBlank } from "~/forms/words";
import type { Reason } from "~/platform/refusal";
import { isCheckedUnit, mayAct } from "./permissions";
import { because } from "./reasons";

/**
 * 公开属性抽查 (the district's plan, item (八)): 属性是否准确、不是主动公开的是否说明理由、印发时是否标注公开方式、是否按期公布.
 */
export const FINDINGS = ["right", "attribute_wrong", "reason_missing", "not_marked", "late", "other"] as const;
export type Finding = (typeof FINDINGS)[number];

export const SPOT_ACTS = ["find", "rectify", "close", "send_back"] as const;
export type SpotAct = (typeof SPOT_ACTS)[number];

export const ITEM_STATES = ["unchecked", "right", "notified", "answered", "closed"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export interface ItemFacts {
  unitCode: string;
  finding: Finding | null;
  answeredById: string | null;
  isClosed: boolean;
}

const FROM: Record<SpotAct, ItemState> = {
  find: "unchecked",
  rectify: "notified",
  close: "answered",
  send_back: "answered",
};

/** A finding other than 准确 is a rectification notice to the unit from the day it is recorded. */
export function itemState({ finding, answeredById, isClosed }: Omit<ItemFacts, "unitCode">): ItemState {
  if (finding === null) return "unchecked";
  if (finding === "right") return "right";
  if (isClosed) return "closed";
  return answeredById === null ? "notified" : "answered";
}

/** Every reason why this person cannot do this act: the right, the state, their own unit, their own answer. */
export function spotRefusals(act: SpotAct, facts: ItemFacts, actor: Actor): Reason[] {
  const isOffice = act !== "rectify";
  const isOwnAnswer = (act === "close" || act === "send_back") && isSamePerson(actor, facts.answeredById);
  return [
    ...(mayAct(actor, act, facts) ? [] : [{ code: "no_right" }]),
    ...(itemState(facts) === FROM[act] ? [] : [because("inspection_not_possible")]),
    ...(isOffice && isCheckedUnit(actor, facts.unitCode) ? [because("inspection_own_unit")] : []),
    ...(isOwnAnswer ? [because("inspection_own_answer")] : []),
  ];
}

/** What is found wrong has to be said, or the unit cannot put it right. */
export function findingRefusals({ finding, note }: { finding: Finding; note: string | null }): Reason[] {
  return finding !== "right" && isBlank(note) ? [because("finding_note_missing", "note")] : [];
}

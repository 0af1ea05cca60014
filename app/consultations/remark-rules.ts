import type { Reason } from "~/platform/refusal";
import { isBlank, isTooLong } from "~/forms/words";
import { MAX_REASON } from "./forms";
import { because } from "./reasons";

/** Why the words beside an act cannot be taken: an act that asks for a reason does not go without one. */
export function reasonRefusals(text: string | null): Reason[] {
  return isBlank(text) ? [because("reason_missing", "reason")] : remarkRefusals(text, "reason");
}

export function remarkRefusals(text: string | null | undefined, field = "remark"): Reason[] {
  return isTooLong(text ?? null, MAX_REASON) ? [because("text_too_long", field, { maximum: MAX_REASON })] : [];
}

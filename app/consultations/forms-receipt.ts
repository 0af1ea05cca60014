import { z } from "zod";
import { objectionForm, withdrawConsentForm } from "./forms";
import type { ConsultationReason } from "./reasons";

/** What a receipt's own page can ask for; its buttons say which. */
export const ownActForm = z.discriminatedUnion(
  "act",
  [
    objectionForm,
    withdrawConsentForm,
    z.strictObject({
      act: z.literal("erase"),
      confirm: z.literal("yes", { error: "erase_not_confirmed" }),
    }),
    z.strictObject({ act: z.literal("leave") }),
  ],
  { error: "choice_unknown" satisfies ConsultationReason },
);

export type OwnAct = z.output<typeof ownActForm>;

const MAX_TYPED = 100;

/** POST /track. What is too long cannot match, and is refused in the same words as any other wrong pair. */
export const trackForm = z.strictObject({
  code: z.string().default("").transform(cut),
  tail: z.string().default("").transform(cut),
});

function cut(text: string): string {
  return text.slice(0, MAX_TYPED);
}

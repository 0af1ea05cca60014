import { z } from "zod";

/** A person was told by phone or letter. */
export const tellForm = z.strictObject({
  act: z.literal("tell", { error: "choice_unknown" }),
  notice: z
    .string({ error: "required" })
    .regex(/^[1-9]\d{0,8}$/, { error: "number_invalid" })
    .transform(Number),
});

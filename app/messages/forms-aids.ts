import { z } from "zod";
import { optionalText, repeated, requiredText } from "~/forms/fields";
import { TICK_REASON_MAX, type RequestTick } from "./checklist";
import { TEMPLATE_BODY_MAX, TEMPLATE_NAME_MAX } from "./reply-template";
import { MOST_REQUESTS } from "./requests";

export const REPEATED_TICKS = ["request", "place", "why"] as const;

const numeral = z
  .string("number_invalid")
  .regex(/^[1-9]\d{0,3}$/, "number_invalid")
  .transform(Number);
const place = z.string("choice_unknown").regex(/^(|none|[1-9]\d{0,3})$/, "choice_unknown");

/** The checklist: three lists in the same order. `place` is a paragraph, `none`, or empty for not yet. */
export const tickForm = z
  .strictObject({
    act: z.literal("tick", "choice_unknown"),
    request: repeated(numeral, MOST_REQUESTS),
    place: repeated(place, MOST_REQUESTS),
    why: repeated(optionalText(TICK_REASON_MAX), MOST_REQUESTS),
  })
  .transform(({ request, place: places, why }): RequestTick[] =>
    request.flatMap((number, index) => {
      const chosen = places[index] ?? "";
      if (chosen === "") return [];
      const paragraph = chosen === "none" ? null : Number(chosen);
      return [{ request: number, paragraph, reason: paragraph === null ? (why[index] ?? null) : null }];
    }),
  );

export const useTemplateForm = z.strictObject({
  act: z.literal("use_template", "choice_unknown"),
  version: z
    .string()
    .regex(/^\d{1,9}$/, "number_invalid")
    .transform(Number),
  template: z
    .string("choose")
    .regex(/^[1-9]\d{0,8}$/, "choose")
    .transform(Number),
});

/** The page of templates. An empty unit is the office's own, for all. */
export const templatesForm = z.discriminatedUnion(
  "act",
  [
    z.strictObject({
      act: z.literal("keep"),
      unit: z
        .string("choose")
        .max(64, "choose")
        .transform((unit) => unit || null),
      name: requiredText(TEMPLATE_NAME_MAX, "required"),
      body: requiredText(TEMPLATE_BODY_MAX, "required"),
    }),
    z.strictObject({ act: z.literal("remove"), template: numeral }),
  ],
  "not_a_choice",
);

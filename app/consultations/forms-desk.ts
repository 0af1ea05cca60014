import { z } from "zod";
import { MAX_ATTACHMENTS, MAX_DRAFT, MAX_REASON } from "./forms";
import { identifier, optionalNumeral, optionalText, repeated } from "~/words/fields";

export const MAX_DRAFT_CLAUSES = 3_000;
/** The clauses written out with their heads are longer than the draft they were cut from. */
const MAX_WRITTEN_DRAFT = 2 * MAX_DRAFT;

/** POST /desk/consultations/:slug/draft: first the source is cut, then the clauses are confirmed. */
export const draftStepForm = z.strictObject({
  act: z.enum(["cut", "save_draft"], { error: "choice_unknown" }),
  version: optionalNumeral(),
  source: optionalText(MAX_DRAFT),
  clauses: optionalText(MAX_WRITTEN_DRAFT),
  changeNote: optionalText(MAX_REASON),
  /** A browser posts an empty file field as an empty text when the form is not multipart. */
  file: z.literal("", { error: "attachment_not_a_file" }).optional(),
});

/** Files that are published with the draft: new ones, and the ids of those to take away. */
export const attachmentsForm = z.strictObject({
  act: z.literal("change_attachments"),
  version: optionalNumeral(),
  attachment: repeated(z.literal("", { error: "attachment_not_a_file" }), MAX_ATTACHMENTS),
  /** Ids of files that were accepted with a form that was refused. */
  kept: repeated(identifier("attachment_not_a_file"), MAX_ATTACHMENTS),
  remove: repeated(identifier("choice_unknown"), 100),
});

export const DESK_REPEATABLE = ["attachment", "kept", "remove"] as const;

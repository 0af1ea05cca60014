import { z } from "zod";
import { MAX_ALTERNATIVE, MAX_CAPTIONS_BYTES, MAX_TITLE, MAX_TRANSCRIPT } from "./media-file";
import { MAX_NOTE } from "./media-words";
import type { MediaReason } from "./reasons";

const UPLOAD_ID = /^[0-9a-z]{16}$/;

function text(maximum: number) {
  return z
    .string()
    .default("")
    .transform((value) => value.trim())
    .refine((value) => [...value].length <= maximum, { error: "media_text_too_long" satisfies MediaReason });
}

function optionalText(maximum: number) {
  return text(maximum).transform((value) => value || null);
}

/** Id of a file that has arrived; the browser posts an empty file field as an empty text when there is no file. */
function upload() {
  return z
    .string()
    .optional()
    .refine((id) => !id || UPLOAD_ID.test(id), { error: "media_gone" satisfies MediaReason })
    .transform((id) => id || null);
}

const noFile = z.literal("").optional();

/** A file with all that belongs to it, in whatever form it comes. */
const arrivingFields = {
  transcript: optionalText(MAX_TRANSCRIPT),
  textAlternative: optionalText(MAX_ALTERNATIVE),
  ...{ file: noFile, still: noFile, captions: noFile },
  ...{ fileUpload: upload(), stillUpload: upload(), captionsUpload: upload() },
};

/** In the form of a page that shows a file: one of the unit's, or one that comes with the form. */
export const shownMediaFields = { media: upload(), ...arrivingFields };

/** POST /desk/media: the files come as files of the form, or arrived before and are named by the ids beside them. */
export const mediaForm = z
  .strictObject({
    act: z.literal("add"),
    unit: z.string({ error: "choose" }).regex(/^[a-z0-9-]{1,40}$/, { error: "choose" }),
    title: text(MAX_TITLE),
    ...arrivingFields,
  })
  .transform(({ act: _act, fileUpload: file, stillUpload: still, captionsUpload: captions, ...fields }) => {
    return { ...fields, file, still, captions };
  });

/** POST /desk/media/uploads: how long the file will be. */
export const beginUploadForm = z.strictObject({
  fileName: z.string({ error: "required" }).min(1, { error: "required" }).max(255, { error: "too_long" }),
  size: z
    .string({ error: "required" })
    .regex(/^\d{1,12}$/, { error: "upload_size" satisfies MediaReason })
    .transform(Number),
});

/** Fields of the form that take a file; each has an id beside it for one that has arrived. */
export const FILE_FIELDS = ["file", "still", "captions"] as const;

export const removeForm = z.strictObject({ act: z.literal("remove", { error: "not_a_choice" }) });

/** POST /desk/media/:id: the words of a stored file anew; captions as the text of their WebVTT file. */
export const changeWordsForm = z
  .strictObject({
    act: z.literal("change_words"),
    captions: optionalText(MAX_CAPTIONS_BYTES),
    transcript: optionalText(MAX_TRANSCRIPT),
    textAlternative: optionalText(MAX_ALTERNATIVE),
    note: optionalText(MAX_NOTE),
  })
  .transform(({ act: _act, ...fields }) => fields);

export const decideWordsForm = z.strictObject({ act: z.enum(["sign_words", "refuse_words"]) });

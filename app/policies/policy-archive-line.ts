import { z } from "zod";
import { isPlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";
import { normaliseDocumentNumber } from "./document-number";

const day = z.string().refine(isPlainDate, "not_a_day");

/** A document of an old portal, one line of policies.jsonl. */
const archiveLine = z.strictObject({
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/, "slug_form"),
  title: z.string().trim().min(1, "required").max(500, "too_long"),
  unit: z.string().trim().min(1, "required").max(100, "too_long"),
  documentNumber: z.string().trim().max(100, "too_long").optional(),
  signedOn: day.optional(),
  publishedOn: day.optional(),
  paragraphs: z.array(z.string().max(100_000, "too_long")).max(3000, "too_many"),
});

export interface PolicyArchiveLine extends Omit<z.output<typeof archiveLine>, "documentNumber"> {
  documentNumber: string | null;
}

export type ReadPolicyLine = { ok: true; value: PolicyArchiveLine } | { ok: false; reasons: Reason[] };

/** Reads one line. Every reason it cannot be taken is named: the field, and a code as in the forms. */
export function readPolicyArchiveLine(text: string): ReadPolicyLine {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reasons: [{ code: "not_json" }] };
  }
  const parsed = archiveLine.safeParse(json);
  if (!parsed.success) {
    return {
      ok: false,
      reasons: parsed.error.issues.map(({ path, message }) => ({ code: message, field: path.join(".") })),
    };
  }
  const { documentNumber, signedOn, publishedOn } = parsed.data;
  if (signedOn && publishedOn && publishedOn < signedOn)
    return { ok: false, reasons: [{ code: "published_before_signed", field: "publishedOn" }] };
  // An old number is kept as it was printed when it follows no form of today: it is history, not a form to correct.
  const kept = documentNumber ? (normaliseDocumentNumber(documentNumber) ?? documentNumber) : null;
  return { ok: true, value: { ...parsed.data, documentNumber: kept } };
}

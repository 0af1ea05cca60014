import { z } from "zod";
import { isPlainDate } from "~/calendar/plain-date";
import type { Reason } from "~/platform/refusal";

const day = z.string().refine(isPlainDate, "not_a_day");

/** A consultation of an old portal, one line of consultations.jsonl. */
const archiveLine = z.strictObject({
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/, "slug_form"),
  title: z.string().trim().min(1, "required").max(500, "too_long"),
  unit: z.string().trim().min(1, "required").max(100, "too_long"),
  opensOn: day,
  closesOn: day,
  note: z.string().max(100_000, "too_long").optional(),
  paragraphs: z.array(z.string().max(100_000, "too_long")).max(3000, "too_many"),
  comments: z
    .array(
      z.strictObject({
        author: z.string().max(200, "too_long"),
        text: z.string().trim().min(1, "required").max(10_000, "too_long"),
        at: z.string().max(40, "not_an_instant"),
      }),
    )
    .max(100_000, "too_many"),
});

export type ArchiveLine = z.output<typeof archiveLine>;

export type ReadLine = { ok: true; value: ArchiveLine } | { ok: false; reasons: Reason[] };

/** Reads one line. Every reason it cannot be taken is named: the field, and a code as in the forms. */
export function readArchiveLine(text: string): ReadLine {
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
  const line = parsed.data;
  const reasons: Reason[] = [];
  if (line.closesOn < line.opensOn) reasons.push({ code: "closes_before_opening", field: "closesOn" });
  line.comments.forEach(({ at }, index) => {
    if (statedInstant(at) === null) reasons.push({ code: "not_an_instant", field: `comments.${index}.at` });
  });
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, value: line };
}

/** A day, or an instant with or without zone; without one it is Asia/Shanghai time. Null when it is neither. */
export function statedInstant(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(
    text.trim(),
  );
  if (!match || !isPlainDate(match[1]!)) return null;
  const instant = new Date(`${match[1]}T${match[2] ?? "00:00"}${match[3] ?? "+08:00"}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

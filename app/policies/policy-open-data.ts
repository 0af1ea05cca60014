import { z } from "zod";
import { ATTRIBUTES } from "~/disclosure/attribute";
import { DOCUMENT_KINDS } from "./document-number";
import { MATERIAL_KINDS } from "./material";
import { SIGNED_CHANGES, VALIDITIES } from "./validity";

// The open data of policies and their interpretation, field by field: what is sent and what openapi.json says of it.

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("A day in Asia/Shanghai.");
const count = z.int().min(0);
const path = z.string().regex(/^\//).describe("An address on this site, below its base path.");

const approvalPaper = z
  .strictObject({ number: z.string(), signedOn: day })
  .nullable()
  .describe("The approval was signed on paper, and recorded from it.");
const paper = z.string().nullable().describe("Number of the signed paper that it was recorded from.");

export const listedPolicy = z.strictObject({
  slug: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  unitName: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  documentNumber: z.string().nullable(),
  signedOn: day.nullable(),
  validity: z.enum(VALIDITIES),
  isImported: z.boolean().describe("Brought over from an earlier site and not worked on any more."),
  interpretations: count,
  url: path,
});

export const policy = z.strictObject({
  ...listedPolicy.shape,
  summary: z.string(),
  issuingAuthority: z.string(),
  indexNumber: z.string().nullable(),
  publishedOn: day.nullable(),
  effectiveFrom: day.nullable(),
  validUntil: day.nullable(),
  repealedOn: day.nullable(),
  attribute: z.enum(ATTRIBUTES).nullable().describe("As printed at issue."),
  successor: z.string().nullable(),
  consultation: z.string().nullable().describe("Slug of the consultation it came from."),
  exception: z
    .strictObject({ reason: z.string(), signedOn: day, promisedOn: day, paper })
    .nullable()
    .describe("Signed by a leader when the interpretation was not released together with the document."),
  reinterpretation: z
    .strictObject({
      orderedOn: day,
      dueOn: day,
      isOverdue: z.boolean(),
      endedOn: day.nullable().describe("The day of the second check; null while the unit is at work."),
      isMet: z.boolean().nullable().describe("What the second check found."),
    })
    .nullable()
    .describe("The newest order to interpret the document anew."),
  approvalPaper,
  changes: z
    .array(z.strictObject({ kind: z.enum(SIGNED_CHANGES), reason: z.string(), effectiveOn: day, signedOn: day, paper }))
    .describe("Corrections, amendments and lapses, each as it was signed."),
  clauses: z.array(
    z.strictObject({
      id: z.string().describe("Permanent."),
      number: z.string(),
      heading: z.string(),
      text: z.string(),
      interpretations: z.array(z.string()),
    }),
  ),
});

export const listedInterpretation = z.strictObject({
  slug: z.string(),
  kind: z.enum(MATERIAL_KINDS),
  title: z.string(),
  titleEn: z.string().nullable(),
  summary: z.string(),
  policy: z.string().describe("Slug of the document."),
  unitName: z.string(),
  publishedOn: day,
  clauses: z.array(z.string()),
  url: path,
});

export const interpretation = z.strictObject({
  ...listedInterpretation.shape,
  content: z.record(z.string(), z.unknown()).describe("By kind; clauses are named by their ids."),
  media: z
    .strictObject({
      kind: z.enum(["audio", "video", "picture"]),
      url: path,
      mediaType: z.string(),
      size: count.describe("In bytes."),
      durationMs: count.nullable(),
      still: path.nullable().describe("Poster of a film, still of a moving picture."),
      captions: path.nullable().describe("WebVTT."),
      transcript: z.string().nullable(),
      textAlternative: z.string().nullable(),
      correctedOn: day.nullable().describe("When captions and texts were last corrected in public."),
    })
    .nullable()
    .describe("The file that it shows."),
  approvalPaper,
  isStale: z.boolean().describe("The document has changed or lapsed since."),
  understood: z.strictObject({ yes: count, partly: count, no: count }).describe("What readers answered."),
});

export const listedException = z.strictObject({
  policy: z.string().describe("Slug of the document."),
  title: z.string(),
  documentNumber: z.string().nullable(),
  unitName: z.string(),
  reason: z.string(),
  signedOn: day.describe("The day on which a leader signed, on paper the day stated there."),
  paper,
  promisedOn: day.describe("The day by which the interpretation follows."),
  publishedOn: day.describe("The day of the document."),
  keptOn: day.nullable().describe("The day of the interpretation; null while it is owed."),
  isLate: z.boolean(),
  url: path,
});

import { z } from "zod";
import { ATTRIBUTES } from "~/disclosure/attribute";
import { BASES, DECISIONS } from "./attribute-review";

// The open data of the yearly review, field by field: what is sent and what openapi.json says of it.

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("A day in Asia/Shanghai.");

const row = z.strictObject({
  number: z.int().min(1).describe("Its number on the list."),
  unitName: z.string(),
  document: z
    .strictObject({ slug: z.string(), title: z.string(), documentNumber: z.string().nullable(), url: z.string() })
    .nullable()
    .describe("Null for a document that is not public."),
  attribute: z.enum(ATTRIBUTES),
  decision: z.enum(DECISIONS),
  toAttribute: z.enum(ATTRIBUTES).nullable(),
  effectiveOn: day.nullable(),
  approvedOn: day.describe("The day on which a leader approved, on paper the day stated there."),
  paper: z.string().nullable().describe("Number of the signed paper that it was recorded from."),
});

export const attributeReview = z.strictObject({
  year: z.int(),
  reviewedYear: z.int(),
  basis: z.enum(BASES).describe("Which day makes a document one of the reviewed year."),
  publishedOn: day,
  rows: z.array(row),
});

/** What programs can read of the yearly review of disclosure attributes, by address. */
export const REVIEW_ITEMS = {
  "/api/v1/disclosure-reviews/{year}": {
    summary: "The published result of a year's review of disclosure attributes",
    parameters: [{ name: "year", in: "path", required: true, schema: { type: "string", pattern: "^\\d{4}$" } }],
    schema: attributeReview,
    isNamed: true,
  },
};

import { z } from "zod";
import { THREE_SYNC } from "./evidence";
import { HALVES, PUBLIC_ROUND_STATES } from "./round";

// The open data of the half-yearly lists, field by field: what is sent and what openapi.json says of it.

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("A day in Asia/Shanghai.");
const count = z.int().min(0);
const path = z.string().regex(/^\//).describe("An address on this site, below its base path.");

export const listedRound = z.strictObject({
  round: z.string().describe("2026-H1: what was published from January to June 2026."),
  year: z.int(),
  half: z.enum(HALVES),
  state: z.enum(PUBLIC_ROUND_STATES),
  from: day,
  to: day,
  opensOn: day,
  lastDay: day.describe("The last day for nominations."),
  publishedOn: day.nullable(),
  cases: count.nullable().describe("How many were selected; null before the list is published."),
  url: path,
});

const exemplaryCase = z.strictObject({
  number: z.int(),
  title: z.string(),
  unitName: z.string(),
  policy: z.string().describe("Slug of the document."),
  documentNumber: z.string().nullable(),
  interpretations: z.array(z.string()).describe("Slugs of the material that can still be read."),
  statement: z.string().describe("In the words of the unit."),
  reason: z.string().describe("Why it was selected."),
  threeSync: z.enum(THREE_SYNC),
  workingDays: count.nullable().describe("From the day of signing to publication."),
  readings: count,
  understood: z.strictObject({ yes: count, partly: count, no: count }),
  asOf: day.describe("When the figures were taken."),
  form: path,
});

export const round = z.strictObject({
  ...listedRound.shape,
  lastDayReason: z.string().nullable(),
  approvalPaper: z
    .strictObject({ number: z.string(), signedOn: day })
    .nullable()
    .describe("The published list was signed on paper, and recorded from it."),
  selected: z.array(exemplaryCase).describe("Empty before the list is published."),
});

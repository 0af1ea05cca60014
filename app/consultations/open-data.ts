import { z } from "zod";
import { CHANNELS, DISPLAYS, ERASURE_GROUNDS, OUTCOMES, STANCES, WITHHELD_GROUNDS } from "./comment";
import { PUBLIC_STATES } from "./consultation";
import { DECISION_KINDS } from "./period";

// The open data of consultations, field by field. What the server sends and what /api/v1/openapi.json says of it both
// come from here. Schemas are strict: a field that nobody described cannot go out unnoticed.

export const LARGEST_PAGE = 100;
export const USUAL_PAGE = 20;

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("A day in Asia/Shanghai.");
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/)
  .describe("RFC 3339 with the offset of Asia/Shanghai.");
const count = z.int().min(0);
const path = z.string().regex(/^\//).describe("An address on this site, below its base path.");

const PUBLIC_CHANNELS = CHANNELS.filter((channel) => channel !== "written_inquiry");
const STATES_HERE = PUBLIC_STATES.filter((state) => state !== "imported");

export const listedConsultation = z.strictObject({
  slug: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  unit: z.string().describe("Code of the unit that asks."),
  unitName: z.string(),
  state: z.enum(PUBLIC_STATES),
  kind: z.enum(DECISION_KINDS).describe("Kind of decision; it sets the minimum period."),
  opensOn: day.nullable(),
  closesOn: day.nullable().describe("The last day; it ends at 24:00."),
  days: count.nullable().describe("Days of the period; the day of publication is not counted."),
  shortenedReason: z.string().nullable().describe("Why the period is shorter than the minimum."),
  outcomeDueOn: day.nullable().describe("By the district's own practice; no law sets this day."),
  receivedCount: count.describe("Comments from the public through any channel."),
  publishedCount: count.describe("Comments whose words can be read now, and those whose words were removed by law."),
  url: path,
});

export const consultation = z.strictObject({
  ...listedConsultation.shape,
  summary: z.string(),
  clauses: z
    .array(
      z.strictObject({
        id: z.string().describe("Permanent: the same clause keeps it through versions and rounds."),
        number: z.string(),
        heading: z.string(),
        text: z.string(),
      }),
    )
    .describe("The draft for comment."),
});

const erasure = z
  .strictObject({ at: instant, ground: z.enum(ERASURE_GROUNDS).nullable() })
  .describe("The words were removed as the law requires.");

const said = {
  clause: z.string().nullable().describe("Id of the clause it is about; null for the whole draft."),
  stance: z.enum(STANCES).nullable(),
  body: z.string().nullable().describe("Null where the words are not public."),
  suggestion: z.string().nullable(),
  name: z.string().nullable().describe("Masked."),
};

export const comment = z.strictObject({
  number: z.int().min(1),
  ...said,
  channel: z.enum(CHANNELS),
  publishedAt: instant.nullable(),
  outcome: z.enum(OUTCOMES).nullable().describe("Null until the outcome of the consultation is published."),
  outcomeClause: z.string().nullable(),
  reason: z.string().nullable(),
  erasure: erasure.nullable(),
});

export const outcomeRow = z.strictObject({
  position: z.int().min(1).describe("Place in the table, from 1."),
  ...comment.shape,
  display: z.enum(DISPLAYS).describe("Whether the words are public, and if not, why."),
  withheldGround: z.enum(WITHHELD_GROUNDS).nullable(),
  gist: z.string().nullable().describe("The office's own words where the author's are not public."),
});

function countsOf<K extends string>(keys: readonly K[]) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, count])) as Record<K, typeof count>);
}

const counts = z.strictObject({
  received: count,
  outcomes: countsOf([...OUTCOMES, "undecided"]).describe("Adds up to received."),
  displays: countsOf(DISPLAYS).describe("Adds up to received."),
});

export const change = z.strictObject({
  clause: z.string(),
  kind: z.enum(["changed", "added", "removed", "moved"]),
  before: z.strictObject({ number: z.string(), heading: z.string(), text: z.string() }).nullable(),
  after: z.strictObject({ number: z.string(), heading: z.string(), text: z.string() }).nullable(),
  comments: z.array(z.int()).describe("Numbers of the adopted comments that name this clause."),
});

export const outcome = z.strictObject({
  slug: z.string(),
  title: z.string(),
  state: z.enum(["outcome_published", "decided", "withdrawn"]),
  countedUntil: instant.describe("No comment was added later; what is shown of one may still change."),
  process: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  counts: counts.describe("Comments from the public."),
  channels: countsOf(PUBLIC_CHANNELS).describe("Adds up to counts.received."),
  withheld: countsOf(WITHHELD_GROUNDS).describe("Adds up to counts.displays.withheld."),
  rows: z.array(outcomeRow).describe("One for every comment from the public."),
  inquiries: z
    .strictObject({
      asked: count,
      opinions: count,
      noComment: count,
      unanswered: count,
      rows: z.array(outcomeRow),
    })
    .describe("Bodies asked in writing, counted apart from the public."),
  changes: z
    .array(change)
    .nullable()
    .describe("Changed clauses, from the draft to the later text; null while no later text is public."),
});

export const statistics = z.strictObject({
  asOf: instant,
  consultations: z.strictObject({
    definition: z.string(),
    byState: countsOf(STATES_HERE),
    overdue: count.describe("Closed, and past the day on which the outcome was due."),
    rows: path,
  }),
  comments: z.strictObject({
    definition: z.string(),
    received: count,
    channels: countsOf(PUBLIC_CHANNELS).describe("Adds up to received."),
  }),
  answered: z.strictObject({
    definition: z.string(),
    total: count,
    outcomes: countsOf(OUTCOMES).describe("Adds up to total."),
    withheld: countsOf(WITHHELD_GROUNDS),
    rows: z.array(path),
  }),
});

export const head = z.strictObject({ day, seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Lists count their pages from 1. */
export function listOf<T extends z.ZodType>(item: T) {
  const pageSize = z.int().min(1).max(LARGEST_PAGE);
  return z.strictObject({ items: z.array(item), total: count, page: z.int().min(1), pageSize });
}

/** RFC 9457. */
export const problemDetails = z.strictObject({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  title: z.string(),
});

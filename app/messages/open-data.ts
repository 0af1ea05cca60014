import { z } from "zod";
import { ENDS } from "./holder";
import { KINDS, STATES } from "./message";

// The open data of messages, field by field. Schemas are strict: a field that nobody described cannot go out unnoticed.

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/)
  .describe("RFC 3339 with the offset of Asia/Shanghai.");

const PUBLIC_KINDS = KINDS.filter((kind) => kind !== "tip_off");

export const listedMessage = z.strictObject({
  number: z.string(),
  kind: z.enum(PUBLIC_KINDS as [string, ...string[]]),
  state: z.enum(STATES),
  unit: z.string().nullable().describe("Code of the unit that has it; null while the office has it."),
  unitName: z.string().nullable(),
  receivedAt: instant,
  firstRepliedAt: instant.nullable().describe("Never changed by reopening or correction."),
  workingDays: z.int().min(0).nullable().describe("To the first answer; the day received is not counted."),
  title: z.string().nullable().describe("Null where no words are public."),
  body: z.string().nullable(),
  reply: z.string().nullable(),
  isTypical: z.boolean().nullable().describe("A general question and answer in the unit's own words."),
  publishedAt: instant.nullable(),
  url: z.string(),
});

export const messageDetail = z.strictObject({
  ...listedMessage.shape,
  end: z.enum(ENDS).nullable(),
  promisedOn: z.string().nullable(),
  promiseKeptAt: instant.nullable(),
  rating: z.strictObject({ satisfied: z.boolean(), result: z.string() }).nullable(),
  path: z.array(
    z.strictObject({ at: instant, act: z.string(), unit: z.string().nullable(), toUnit: z.string().nullable() }),
  ),
});

const NUMBER = { name: "number", in: "path", required: true, schema: { type: "string" } };
const QUERY = ["q", "kind", "unit", "street", "state", "year", "month", "figure", "page", "pageSize"].map((name) => ({
  name,
  in: "query",
  schema: { type: "string" },
}));

/** What programs can read of messages, by address. */
export const MESSAGE_OPERATIONS = {
  "/api/v1/messages": {
    summary: "Messages to departments, newest first; tip-offs and messages about a unit are never among them",
    parameters: QUERY,
    schema: z.strictObject({
      items: z.array(listedMessage),
      total: z.int(),
      page: z.int(),
      pageSize: z.int(),
    }),
  },
  "/api/v1/messages/{number}": {
    summary: "One message with its path",
    parameters: [NUMBER],
    schema: messageDetail,
    isNamed: true,
  },
};

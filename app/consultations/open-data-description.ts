import { z } from "zod";
import { PUBLIC_STATES } from "./consultation";
import {
  comment,
  consultation,
  head,
  LARGEST_PAGE,
  listedConsultation,
  listOf,
  outcome,
  problemDetails,
  statistics,
  USUAL_PAGE,
} from "./open-data";

export interface Operation {
  summary: string;
  parameters?: object[];
  schema: z.ZodType;
  /** Whether what the address names can be absent. */
  isNamed?: boolean;
}

export const SLUG = { name: "slug", in: "path", required: true, schema: { type: "string" } };

const PAGING = [
  { name: "page", in: "query", description: "From 1.", schema: { type: "integer", minimum: 1, default: 1 } },
  {
    name: "pageSize",
    in: "query",
    schema: { type: "integer", minimum: 1, maximum: LARGEST_PAGE, default: USUAL_PAGE },
  },
];

const FILTERS = [
  { name: "q", in: "query", description: "Words of the title or the summary.", schema: { type: "string" } },
  { name: "unit", in: "query", description: "Code of a unit.", schema: { type: "string" } },
  { name: "state", in: "query", schema: { type: "string", enum: PUBLIC_STATES } },
  { name: "year", in: "query", description: "Year of the first day.", schema: { type: "string", pattern: "^\\d{4}$" } },
];

/** What programs can read of this site, by address. */
export const OPERATIONS: Record<string, Operation> = {
  "/api/v1/consultations": {
    summary: "Consultations the public may know of, newest first",
    parameters: [...FILTERS, ...PAGING],
    schema: listOf(listedConsultation),
  },
  "/api/v1/consultations/{slug}": {
    summary: "One consultation with its draft",
    parameters: [SLUG],
    schema: consultation,
    isNamed: true,
  },
  "/api/v1/consultations/{slug}/comments": {
    summary: "Its published comments",
    parameters: [SLUG, ...PAGING],
    schema: listOf(comment),
    isNamed: true,
  },
  "/api/v1/consultations/{slug}/outcome": {
    summary: "Its published outcome; 404 until it is public",
    parameters: [SLUG],
    schema: outcome,
    isNamed: true,
  },
  "/api/v1/statistics": { summary: "Figures with their definitions and cut-off", schema: statistics },
  "/api/v1/timeline/heads": {
    summary: "The last event of each day, newest first",
    parameters: PAGING,
    schema: listOf(head),
  },
};

/** The interface as OpenAPI 3.1, made from the same schemas that the answers are built by; `others` are other domains'. */
export function openDataDescription(others: Record<string, Operation> = {}) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Yishiting open data",
      version: "1",
      description:
        "Everything public, for programs. Days are YYYY-MM-DD in Asia/Shanghai, instants RFC 3339 with +08:00. " +
        "Answers carry an ETag; unknown query keys are ignored; errors are problem details (RFC 9457).",
    },
    paths: Object.fromEntries(
      Object.entries({ ...OPERATIONS, ...others }).map(([path, operation]) => [path, { get: described(operation) }]),
    ),
  };
}

function described({ summary, parameters = [], schema, isNamed }: Operation) {
  const missing = {
    description: "Nothing there that is public",
    content: contentOf(problemDetails, "application/problem+json"),
  };
  return {
    summary,
    parameters,
    responses: {
      "200": { description: "The data", content: contentOf(schema, "application/json") },
      ...(isNamed ? { "404": missing } : {}),
    },
  };
}

function contentOf(schema: z.ZodType, mediaType: string) {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema);
  return { [mediaType]: { schema: described } };
}

import { listedRound, round } from "./open-data";

/** What programs can read of the half-yearly lists, by address. */
export const CASE_LISTS = {
  "/api/v1/cases": {
    summary: "Half-yearly rounds of exemplary interpretation, newest first",
    parameters: [
      { name: "page", in: "query", description: "From 1.", schema: { type: "integer", minimum: 1, default: 1 } },
    ],
    item: listedRound,
  },
};

export const CASE_ITEMS = {
  "/api/v1/cases/{round}": {
    summary: "One round with its selected cases",
    parameters: [{ name: "round", in: "path", required: true, schema: { type: "string", pattern: "^\\d{4}-H[12]$" } }],
    schema: round,
    isNamed: true,
  },
};

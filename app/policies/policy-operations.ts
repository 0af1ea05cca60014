import { MATERIAL_KINDS } from "./material";
import { interpretation, listedException, listedInterpretation, listedPolicy, policy } from "./policy-open-data";
import { VALIDITIES } from "./validity";

const FILTERS = [
  { name: "q", in: "query", description: "Words of title, summary or number.", schema: { type: "string" } },
  { name: "unit", in: "query", description: "Code of a unit.", schema: { type: "string" } },
  { name: "year", in: "query", schema: { type: "string", pattern: "^\\d{4}$" } },
  { name: "page", in: "query", description: "From 1.", schema: { type: "integer", minimum: 1, default: 1 } },
];

/** What programs can read of policies, by address. Of a list the schema is that of one item. */
export const POLICY_LISTS = {
  "/api/v1/policies": {
    summary: "Policy documents, newest first",
    parameters: [...FILTERS, { name: "state", in: "query", schema: { type: "string", enum: VALIDITIES } }],
    item: listedPolicy,
  },
  "/api/v1/interpretations": {
    summary: "Interpretation material, newest first",
    parameters: [...FILTERS, { name: "kind", in: "query", schema: { type: "string", enum: MATERIAL_KINDS } }],
    item: listedInterpretation,
  },
  "/api/v1/exceptions": {
    summary: "Documents published before their interpretation, each with the reason that a leader signed",
    parameters: [
      { name: "page", in: "query", description: "From 1.", schema: { type: "integer", minimum: 1, default: 1 } },
    ],
    item: listedException,
  },
};

export const POLICY_ITEMS = {
  "/api/v1/policies/{slug}": { summary: "One policy document with its text", schema: policy },
  "/api/v1/interpretations/{slug}": { summary: "One piece of interpretation", schema: interpretation },
};

import type { InspectionStrings } from "../zh-CN/inspections";

export const inspections: InspectionStrings = {
  review: {
    title: (year) => `Review of disclosure attributes ${year}`,
    description: (reviewed) => `What became of the disclosure attributes of documents issued in ${reviewed}.`,
    lead: (reviewed) =>
      `Each July the disclosure of documents issued three years before is reviewed. This one covers ${reviewed}.`,
    published: (day) => `Published ${day}`,
    basis: "The year is counted by",
    bases: {
      signed_on: "day of signing",
      released_on: "day of publication, or of signing where it never was published",
    },
    decisions: {
      keep: "Kept",
      disclose: "To be published",
      reclassify: "Attribute changed",
      mark_expired: "Marked as expired",
      mark_repealed: "Marked as repealed",
    },
    figures: "Results by unit",
    unit: "Unit",
    total: "Total",
    all: "Whole district",
    rows: "Document by document",
    rowsOf: (unit, decision) => `Document by document: ${[unit, decision].filter(Boolean).join(", ")}`,
    showAll: "Show all",
    none: "No document",
    columns: {
      number: "No.",
      document: "Document",
      unit: "Unit",
      before: "Attribute before",
      result: "Result",
      approvedOn: "Approved",
    },
    hidden: "Not public: number, attribute and dates only",
    opening: "Being prepared for publication; the link will stand here",
    to: (attribute) => `Now: ${attribute}`,
    lapsed: (decision, day) => `${decision} (${day})`,
    note: "Approved by a district leader. What is to be published is published within 20 working days of the approval (Article 26).",
    list: "Yearly review of disclosure attributes",
  },
};

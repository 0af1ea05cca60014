import type { units as source } from "../zh-CN/units";

export const units: typeof source = {
  description: (name) => `Open drafts, policies with their interpretation, and answers to messages of the ${name}.`,
  crumb: "How departments answer",
  kinds: { office: "Open-government office", department: "Department", street: "Subdistrict office" },
  matters: "In charge of: ",
  abolished: (day) => `This unit was abolished on ${day}`,
  abolishedWhy: "Its records stay here. It takes no new matters.",
  answering: "How it answers messages",
  summary: (year, { received, answered, inTime, late }) =>
    `In ${year}: ${received} received, ${answered} answered, ${inTime} of them in time; ${late} overdue and not answered. Open a figure to see its messages.`,
  noMessages: (year) => `No messages were handled by this unit in ${year}.`,
  allMessages: "All messages handled by this unit",
  streetMessages: "All messages about matters in this street",
  definitions: "What these figures mean",
  consultations: "Open for comment",
  noConsultations: "Nothing is open for comment now.",
  closes: (day) => `until ${day}`,
  policies: "Policy documents",
  noPolicies: "No policy document is public yet.",
  materials: "Interpretations",
  noMaterials: "No interpretation is public yet.",
  all: (total) => `${total} in all: show them`,
  cases: "Selected exemplary cases",
  noCases: "No case was selected yet.",
  selected: (total) => `Selected in published rounds: ${total}.`,
  round: (key, count) => `${key.endsWith("H1") ? "First" : "Second"} half of ${key.slice(0, 4)}: ${count}`,
};

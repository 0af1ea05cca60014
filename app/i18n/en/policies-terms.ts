import type { PolicyTerms } from "../zh-CN/policies-terms";

export const policyTerms: PolicyTerms = {
  documentKinds: {
    government_order: "Government rule (decree)",
    normative_document: "Normative document",
    other: "Other policy document",
  },
  validities: {
    upcoming: "Not yet in force",
    in_force: "In force",
    amended: "In force, amended",
    expired: "Expired",
    repealed: "Repealed",
  },
  attributes: {
    proactive: "Disclosed proactively",
    on_request: "Disclosed on request",
    withheld: "Withheld",
  },
  grounds: {
    law_forbids: "Disclosure is forbidden by law (Article 14)",
    public_safety: "It could endanger national, public or economic security or social stability (Article 14)",
    third_party: "Trade secrets or privacy of a third party (Article 15)",
    internal_affairs: "Internal affairs (Article 16)",
    deliberation: "Records and drafts of deliberation (Article 16)",
    enforcement_file: "Files of administrative enforcement (Article 16)",
  },
  secrecyResults: {
    cleared: "Reviewed: may be disclosed",
    not_cleared: "Reviewed: not suitable",
    state_secret: "State secret",
  },
  materialKinds: {
    text: "In plain words",
    qa: "Questions and answers",
    chart: "In figures",
    case: "By example",
    expert: "By an expert",
    media: "In the media",
    press_conference: "Press conference",
    audio_video: "Audio or video",
    animation: "Animation",
  },
  packageStates: {
    preparing: "Being prepared",
    in_review: "In review",
    signed: "Signed",
    issued: "Issued, to be published",
    released: "Published",
    registered: "Registered without text",
    imported: "Earlier record",
  },
  materialStates: {
    drafting: "Being prepared",
    in_review: "In review",
    released: "Published",
    taken_down: "Taken down",
  },
  stages: {
    organise: "Organised together",
    sign: "Signed together",
    deploy: "Deployed together",
    released: "Published",
  },
};

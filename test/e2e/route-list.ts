import { plainDateOf } from "~/calendar/plain-date";
import { latestRound, previousRound } from "~/nominations/round";

// Every route of the product with an address that shows it in the demonstration. A route that is missing here fails the
// contract tests, and so is never left out of what is tried on all of them.

export interface Route {
  /** `{code}` stands for the code of a receipt, `{comment}` for the number of a comment in processing, `{message}` for that of a message with a public answer, `{media}` for a film, `{round}` and `{opened}` for the published round and the one that collects. */
  example: string;
  /** Further addresses that look different. */
  others?: string[];
  /** A page people look at, a file or data, or nothing to read at all. */
  kind: "page" | "data" | "post";
  /** The account that sees it; without one it is for everyone. */
  as?: string;
  takesPosts?: boolean;
  /** What a reader gets, when it is not 200. */
  status?: number;
}

const PLAN = "/consultations/basic-level-open-government-plan";
/** Ended, with outcome and decision, and a list of what changed. */
const ENDED = "/consultations/garden-district";
const HELD = "/interviews/adding-lifts";
const ANNOUNCED = "/interviews/plan-in-plain-words";
const POLICY = "/policies/open-government-plan";
const MATERIAL = "/interpretations/open-government-plan";
/** A package at the gate, with reasons. */
const STUCK = "/desk/policies/riverside-noise-rules";
const OFFICE_DESK = "/desk/consultations/basic-level-open-government-plan";

/** By the file's name in app/routes, without its ending. */
export const ROUTES: Record<string, Route> = {
  $: { example: "/nothing-here", kind: "page", status: 404, takesPosts: true },
  _index: { example: "/", kind: "page" },
  accessibility: { example: "/accessibility", kind: "page" },
  "accessibility_.components": { example: "/accessibility/components", kind: "page" },
  privacy: { example: "/privacy", kind: "page" },
  "api.v1.$": { example: "/api/v1/nothing", kind: "data", status: 404, takesPosts: true },
  "api.v1.consultations._index": { example: "/api/v1/consultations?page=1", kind: "data" },
  "api.v1.consultations.$slug._index": { example: `/api/v1${PLAN}`, kind: "data" },
  "api.v1.consultations.$slug.comments": { example: `/api/v1${PLAN}/comments`, kind: "data" },
  "api.v1.consultations.$slug.outcome": { example: `/api/v1${ENDED}/outcome`, kind: "data" },
  "api.v1.openapi[.]json": { example: "/api/v1/openapi.json", kind: "data" },
  "api.v1.statistics": { example: "/api/v1/statistics", kind: "data" },
  "api.v1.timeline.heads": { example: "/api/v1/timeline/heads", kind: "data" },
  "api.v1.messages._index": { example: "/api/v1/messages?page=1", kind: "data" },
  "api.v1.messages.$number": { example: "/api/v1/messages/{message}", kind: "data" },
  "attachments.$id": { example: "/attachments/0000000000000000", kind: "data", status: 404 },
  "consultations._index": {
    example: "/consultations",
    others: ["/consultations?state=open", "/consultations?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA"],
    kind: "page",
  },
  "consultations.$slug._index": {
    example: PLAN,
    others: [
      ENDED,
      "/consultations/street-parking-trial",
      "/consultations/old-lift-subsidy",
      "/consultations/legal-aid-stations",
    ],
    kind: "page",
  },
  "consultations.$slug.changes": { example: `${ENDED}/changes`, kind: "page" },
  "consultations.$slug.comments": { example: `${PLAN}/comments`, kind: "post", takesPosts: true },
  "consultations.$slug.comments_.new": {
    example: `${PLAN}/comments/new?clause=c2`,
    others: [`${PLAN}/comments/new`, `${ENDED}/comments/new`],
    kind: "page",
  },
  "consultations.$slug.outcome": {
    example: `${ENDED}/outcome`,
    others: ["/consultations/legal-aid-stations/outcome"],
    kind: "page",
  },
  "consultations.$slug.outcome[.]csv": { example: `${ENDED}/outcome.csv`, kind: "data" },
  "consultations.$slug.outcome[.]docx": { example: `${ENDED}/outcome.docx`, kind: "data" },
  "consultations.$slug.outcome[.]json": { example: `${ENDED}/outcome.json`, kind: "data" },
  "consultations.$slug.outcome[.]xlsx": { example: `${ENDED}/outcome.xlsx`, kind: "data" },
  "feed[.]xml": { example: "/feed.xml", kind: "data" },
  "sitemap[.]xml": { example: "/sitemap.xml", kind: "data" },
  "messages._index": {
    example: "/messages",
    others: ["/messages?state=replied&kind=complaint"],
    kind: "page",
    takesPosts: true,
  },
  "messages.figures": { example: "/messages/figures", others: ["/messages/figures?year=2025"], kind: "page" },
  "messages.figures[.]csv": { example: "/messages/figures.csv", kind: "data" },
  "messages.figures[.]json": { example: "/messages/figures.json?year=2026", kind: "data" },
  "units.$code": { example: "/units/housing-construction", others: ["/units/changgang-street"], kind: "page" },
  "messages[.]csv": { example: "/messages.csv", kind: "data" },
  "messages.new": { example: "/messages/new", kind: "page" },
  "messages.$number": { example: "/messages/{message}", kind: "page" },
  healthz: { example: "/healthz", kind: "data" },
  metrics: { example: "/metrics", kind: "data" },
  "api.v1.policies._index": { example: "/api/v1/policies?page=1", kind: "data" },
  "api.v1.policies.$slug": { example: `/api/v1${POLICY}`, kind: "data" },
  "api.v1.interpretations._index": { example: "/api/v1/interpretations?kind=qa", kind: "data" },
  "api.v1.cases._index": { example: "/api/v1/cases", kind: "data" },
  "api.v1.cases.$round": { example: "/api/v1/cases/{round}", kind: "data" },
  "cases._index": { example: "/cases", kind: "page" },
  "cases.$round._index": { example: "/cases/{round}", others: ["/cases/{opened}"], kind: "page" },
  "cases.$round.booklet[.]docx": { example: "/cases/{round}/booklet.docx", kind: "data" },
  "cases.$round.$number.form[.]docx": { example: "/cases/{round}/1/form.docx", kind: "data" },
  "api.v1.interpretations.$slug": { example: `/api/v1${MATERIAL}-qa`, kind: "data" },
  "policies._index": {
    example: "/policies",
    others: ["/policies?state=repealed", "/policies?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA"],
    kind: "page",
  },
  "policies.$slug._index": {
    example: POLICY,
    others: [
      "/policies/garden-district-plan",
      "/policies/lift-subsidy-rules-trial",
      "/policies/street-parking-trial-rules",
      "/policies/flood-season-notice",
      "/policies/legal-service-vouchers-2023",
    ],
    kind: "page",
  },
  "policies.$slug.questions": { example: `${POLICY}/questions`, kind: "page", takesPosts: true },
  "interpretations._index": { example: "/interpretations", others: ["/interpretations?kind=qa"], kind: "page" },
  "interpretations.exceptions": { example: "/interpretations/exceptions", kind: "page" },
  "api.v1.disclosure-reviews.$year": { example: "/api/v1/disclosure-reviews/2026", kind: "data" },
  "api.v1.exceptions": { example: "/api/v1/exceptions", kind: "data" },
  "interpretations.$slug._index": {
    example: `${MATERIAL}-qa`,
    others: [
      ...["case", "chart", "video", "animation", "expert"].map((kind) => `${MATERIAL}-${kind}`),
      "/interpretations/garden-district-plan-qa",
    ],
    kind: "page",
  },
  "interpretations.$slug.guide": {
    example: `${MATERIAL}-case/guide`,
    others: [`${MATERIAL}-case/guide?answers=yyn`, `${MATERIAL}-case/guide?answers=n`],
    kind: "page",
  },
  "interpretations.$slug.ratings": { example: `${MATERIAL}-qa/ratings`, kind: "page", takesPosts: true },
  "asked.$code": { example: "/asked/0000000000000000", kind: "page", status: 404 },
  "receipts.$code": { example: "/receipts/{code}", kind: "page", takesPosts: true },
  "sign-in": { example: "/sign-in?next=%2Fdesk", kind: "page", takesPosts: true },
  "sign-out": { example: "/sign-out", kind: "post", status: 404, takesPosts: true },
  statistics: { example: "/statistics", kind: "page" },
  timeline: { example: "/timeline", kind: "page" },
  track: { example: "/track", kind: "page", takesPosts: true },
  me: { example: "/me", kind: "page", as: "resident" },
  desk: { example: "/desk", kind: "page", as: "handler.housing" },
  "desk._index": {
    example: "/desk",
    others: ["/desk?clock=waiting", "/desk?task=process&unit=office"],
    kind: "page",
    as: "office",
  },
  "desk.shortcuts": { example: "/desk/shortcuts", kind: "page", as: "office" },
  "desk.consultations._index": { example: "/desk/consultations", kind: "page", as: "office" },
  "desk.consultations.new": { example: "/desk/consultations/new", kind: "page", as: "office", takesPosts: true },
  "desk.consultations.$slug._index": {
    example: OFFICE_DESK,
    others: [
      "/desk/consultations/garden-district",
      "/desk/consultations/ten-livelihood-projects",
      "/desk/consultations/street-parking-trial",
    ],
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "desk.consultations.$slug.draft": { example: `${OFFICE_DESK}/draft`, kind: "page", as: "office", takesPosts: true },
  "desk.consultations.$slug.comments": {
    example: "/desk/consultations/ten-livelihood-projects/comments",
    others: [`${OFFICE_DESK}/comments`],
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "desk.consultations.$slug.dossier": {
    example: `${OFFICE_DESK}/dossier`,
    others: ["/desk/consultations/ten-livelihood-projects/dossier"],
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "desk.consultations.$slug.enter": { example: `${OFFICE_DESK}/enter`, kind: "page", as: "office", takesPosts: true },
  "desk.consultations.$slug.inquiries": {
    example: `${OFFICE_DESK}/inquiries`,
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "desk.consultations.$slug.sheet": {
    example: `${OFFICE_DESK}/sheet`,
    others: ["/desk/consultations/ten-livelihood-projects/sheet"],
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "desk.comments.$number": { example: "/desk/comments/{comment}", kind: "page", as: "office", takesPosts: true },
  "desk.media._index": { example: "/desk/media", kind: "page", as: "handler.housing", takesPosts: true },
  "desk.media.$id": { example: "/desk/media/{media}", kind: "page", as: "office", takesPosts: true },
  "desk.media.uploads._index": {
    example: "/desk/media/uploads",
    kind: "post",
    as: "office",
    status: 404,
    takesPosts: true,
  },
  "desk.media.uploads.$id": {
    example: "/desk/media/uploads/0000000000000000",
    kind: "data",
    as: "office",
    status: 404,
    takesPosts: true,
  },
  "media.$id._index": { example: "/media/{media}", kind: "data" },
  "media.$id.captions[.]vtt": { example: "/media/{media}/captions.vtt", kind: "data" },
  "media.$id.still": { example: "/media/{media}/still", kind: "data" },
  "desk.deputies": { example: "/desk/deputies", kind: "page", as: "leader", takesPosts: true },
  "desk.messages._index": {
    example: "/desk/messages",
    others: ["/desk/messages?view=answered"],
    kind: "page",
    as: "office",
  },
  "desk.messages.enter": { example: "/desk/messages/enter", kind: "page", as: "office", takesPosts: true },
  "desk.messages.import": { example: "/desk/messages/import", kind: "page", as: "office", takesPosts: true },
  "desk_.messages.import.refused[.]csv": {
    example: "/desk/messages/import/refused.csv",
    kind: "post",
    as: "office",
    status: 404,
    takesPosts: true,
  },
  "desk.messages.$number": { example: "/desk/messages/{message}", kind: "page", as: "office", takesPosts: true },
  "desk.policies._index": { example: "/desk/policies", kind: "page", as: "handler.housing" },
  "desk.policies.new": { example: "/desk/policies/new", kind: "page", as: "handler.housing", takesPosts: true },
  "desk.policies.$slug._index": {
    example: STUCK,
    others: ["/desk/policies/garden-district-plan"],
    kind: "page",
    as: "handler.housing",
    takesPosts: true,
  },
  "desk.policies.$slug.text": {
    example: `${STUCK}/text`,
    others: ["/desk/policies/garden-district-plan/text"],
    kind: "page",
    as: "handler.housing",
    takesPosts: true,
  },
  "desk.policies.$slug.materials.$material": {
    example: `${STUCK}/materials/riverside-noise-rules-qa`,
    others: [
      "/desk/policies/lift-subsidy-rules/materials/lift-subsidy-rules-case",
      `${STUCK}/materials/riverside-noise-rules-video`,
    ],
    kind: "page",
    as: "handler.housing",
    takesPosts: true,
  },
  "desk.policies.$slug.questions": {
    example: "/desk/policies/open-government-plan/questions",
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "desk.notices": { example: "/desk/notices", kind: "page", as: "office", takesPosts: true },
  "desk_.messages.$number.sheet[.]docx": { example: "/desk/messages/{message}/sheet.docx", kind: "data", as: "office" },
  "desk.templates": { example: "/desk/templates", kind: "page", as: "office", takesPosts: true },
  "interviews._index": { example: "/interviews", others: ["/interviews?lang=en"], kind: "page" },
  "interviews.$slug._index": { example: HELD, others: [ANNOUNCED], kind: "page" },
  "interviews.$slug.questions_.new": { example: `${ANNOUNCED}/questions/new`, kind: "page" },
  "interviews.$slug.questions": { example: `${ANNOUNCED}/questions`, kind: "post", takesPosts: true },
  "desk.interviews._index": { example: "/desk/interviews", kind: "page", as: "handler.housing" },
  "desk.interviews.new": { example: "/desk/interviews/new", kind: "page", as: "handler.housing", takesPosts: true },
  "desk.interviews.$slug": { example: `/desk${ANNOUNCED}`, kind: "page", as: "office", takesPosts: true },
  "office.spot-checks._index": { example: "/office/spot-checks", kind: "page", as: "office", takesPosts: true },
  "office.spot-checks.$number": { example: "/office/spot-checks/1", kind: "page", as: "office2", takesPosts: true },
  "office.attribute-reviews._index": {
    example: "/office/attribute-reviews",
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "office.attribute-reviews.$year": {
    example: "/office/attribute-reviews/2026",
    kind: "page",
    as: "leader",
    takesPosts: true,
  },
  "desk.attributes._index": { example: "/desk/attributes", kind: "page", as: "handler.housing" },
  "desk.attributes.notices.$number": {
    example: "/desk/attributes/notices/3",
    kind: "page",
    as: "handler.justice",
    takesPosts: true,
  },
  "desk.attributes.reviews.$number": {
    example: "/desk/attributes/reviews/3",
    kind: "page",
    as: "handler.justice",
    takesPosts: true,
  },
  "policies.disclosure-review.$year": {
    example: "/policies/disclosure-review/2026",
    others: ["/policies/disclosure-review/2026?kind=keep"],
    kind: "page",
  },
  "office.packages": {
    example: "/office/packages",
    others: ["/office/packages?standing=near&kind=release"],
    kind: "page",
    as: "office",
  },
  "office.quality._index": {
    example: "/office/quality",
    others: ["/office/quality?unit=justice"],
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "office.quality.$slug": {
    example: "/office/quality/flood-season-notice",
    others: ["/office/quality/garden-district-plan", "/office/quality/lift-subsidy-rules"],
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "desk.policies.$slug.reinterpretation": {
    example: "/desk/policies/garden-district-plan/reinterpretation",
    others: ["/desk/policies/lift-subsidy-rules/reinterpretation"],
    kind: "page",
    as: "handler.housing",
    takesPosts: true,
  },
  "desk.nominations._index": {
    example: "/desk/nominations",
    kind: "page",
    as: "handler.housing",
  },
  "desk.nominations.new": { example: "/desk/nominations/new", kind: "page", as: "handler.housing", takesPosts: true },
  "desk.nominations.$number": {
    example: "/desk/nominations/1",
    others: ["/desk/nominations/3"],
    kind: "page",
    as: "handler.housing",
    takesPosts: true,
  },
  "desk_.nominations.$number.form[.]docx": {
    example: "/desk/nominations/1/form.docx",
    kind: "data",
    as: "handler.housing",
  },
  "office.nominations._index": { example: "/office/nominations", kind: "page", as: "office" },
  "office.nominations.$round._index": {
    example: "/office/nominations/{opened}",
    others: ["/office/nominations/{round}"],
    kind: "page",
    as: "office",
    takesPosts: true,
  },
  "office.nominations.$round.booklet[.]docx": {
    example: "/office/nominations/{round}/booklet.docx",
    kind: "data",
    as: "office",
  },
  office: { example: "/office", kind: "data", as: "office", status: 303 },
  "office.words": { example: "/office/words", kind: "page", as: "office", takesPosts: true },
  "office.message-clocks": { example: "/office/message-clocks", kind: "page", as: "office", takesPosts: true },
  "office.dispatch-words": { example: "/office/dispatch-words", kind: "page", as: "office", takesPosts: true },
  "office.calendar": { example: "/office/calendar", kind: "page", as: "office", takesPosts: true },
};

export interface Places {
  code: string;
  comment: string;
  message: string;
  /** A film of the demonstration. */
  media: string;
}

const NOWHERE: Places = {
  ...{ code: "0000000000000000", comment: "1", message: "20260101001", media: "0000000000000000" },
};

/** In the demonstration the round that opened last collects, and the one before it is published. */
const OPENED = latestRound(plainDateOf(new Date()));
const ROUNDS = { round: previousRound(OPENED).key, opened: OPENED.key };

/** The addresses of a route, filled in with what exists. */
export function examplesOf(
  { example, others = [] }: Pick<Route, "example" | "others">,
  places: Places = NOWHERE,
): string[] {
  const found = { ...places, ...ROUNDS };
  return [example, ...others].map((address) =>
    Object.entries(found).reduce((all, [name, value]) => all.replace(`{${name}}`, value), address),
  );
}

/** An address as this list has it. */
export function listedAs(address: string, places: Places): string {
  return address
    .replace(places.code, "{code}")
    .replace(`/desk/comments/${places.comment}`, "/desk/comments/{comment}")
    .replace(`/messages/${places.message}`, "/messages/{message}")
    .replace(`/media/${places.media}`, "/media/{media}")
    .replace(new RegExp(`^(/cases|/office/nominations)/${ROUNDS.round}`), "$1/{round}")
    .replace(new RegExp(`^(/cases|/office/nominations)/${ROUNDS.opened}`), "$1/{opened}");
}

/** The addresses of all pages people look at, as they stand in this list: for everyone, and for staff. */
export function pageAddresses(): { public: string[]; staff: string[] } {
  const pages = Object.values(ROUTES).filter(({ kind }) => kind === "page");
  const of = (list: Route[]) => list.flatMap(({ example, others = [] }) => [example, ...others]);
  return { public: of(pages.filter(({ as }) => !as)), staff: of(pages.filter(({ as }) => as)) };
}

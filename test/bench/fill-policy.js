// A released document as large as real ones get: its clauses, its interpretation, all by the forms of the desk.
import { Visitor } from "./product.js";
import { sentence } from "./fill.js";

export const CLAUSES = 300;
export const MATERIALS = 40;
const CHARTS = 6;
const SLUG = "benchmark-rules";
const DESK = `/desk/policies/${SLUG}`;

/** Prepared by one, signed by two more, released with all its materials. Returns the address of its page. */
export async function releasePolicy(port, password) {
  const [handler, reviewer, approver] = await Promise.all(
    ["handler", "reviewer", "approver"].map((role) => new Visitor(port).signIn(`${role}.housing`, password)),
  );
  await handler.post("/desk/policies/new", FIELDS);
  await handler.post(`${DESK}/text`, { act: "save_draft", clauses: text() });
  await handler.post(DESK, { act: "edit_plan", ...PLAN });
  for (const kind of ["text", "chart"]) await handler.post(DESK, { act: "add_form", kind });
  for (let number = 0; number < MATERIALS; number++) await writeMaterial(handler, number);
  await handler.post(DESK, { act: "submit" });
  await reviewer.post(DESK, { act: "pass" });
  await approver.post(DESK, { act: "approve", determinedAttribute: "proactive" });
  const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  const documentNumber = `演示办〔${today.slice(0, 4)}〕99号`;
  await handler.post(DESK, { act: "issue", documentNumber, signedOn: today, printedAttribute: "proactive" });
  await handler.post(DESK, { act: "release" });
  return `/policies/${SLUG}`;
}

const FIELDS = {
  ...{ unit: "housing-construction", slug: SLUG, title: "社区公共服务设施管理办法", documentKind: "other" },
  ...{ summary: sentence(1), issuingAuthority: "海珠区（演示机关）", proposedAttribute: "proactive" },
  ...{ secrecyReview: "cleared", secrecyReviewer: "陈工", secrecyReviewedOn: "2026-01-05" },
};

const PLAN = {
  ...{ isInterpreted: "yes", planOutline: sentence(2), planChannels: "本网站", planOwner: "林嘉敏" },
};

function text() {
  const clauses = Array.from({ length: CLAUSES }, (_, index) => {
    const words = [0, 1, 2].map((turn) => sentence(index + turn)).join("");
    return `# 条 | 第${index + 1}条 | 公共服务 | \n${words}`;
  });
  return clauses.join("\n\n");
}

async function writeMaterial(handler, number) {
  const kind = number < CHARTS ? "chart" : "text";
  const begun = await handler.post(DESK, { act: "begin_material", kind });
  const clauses = [1, 8, 15].map((step) => `第${((number * 7 + step) % CLAUSES) + 1}条`).join("、");
  const words =
    kind === "chart"
      ? { form: "bars", table: `街道,件数\n${[1, 2, 3, 4].map((at) => `第${at}街道,${at * 10}`).join("\n")}`, note: "" }
      : { body: [0, 1, 2].map((turn) => sentence(number + turn)).join("") };
  const fields = { act: "edit", title: `第${number + 1}份解读`, titleEn: "", summary: sentence(number), clauses };
  await handler.post(begun.headers.get("Location"), { ...fields, ...words });
}

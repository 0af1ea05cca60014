// What people, scripts and broken programs send: drawn by chance that is the same in every run.
import type { Fields } from "./client";

export type Dice = (below: number) => number;

/** One entry for each kind of harm; `security.md` of the product's tests names the classes. */
export const HOSTILE = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "%",
  "%00",
  "%E4%BD",
  "\ud800",
  "１２",
  "12abc",
  "-1",
  "0",
  "1e9",
  "9".repeat(40),
  "NaN",
  "[object Object]",
  "__proto__",
  "constructor",
  "true",
  "null",
  "undefined",
  "' OR 1=1 --",
  '\'; DROP TABLE "Comment"; --',
  '" NEAR * OR NOT (',
  "%_\\",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "javascript:alert(1)",
  "{{7*7}}${7*7}",
  '=HYPERLINK("http://evil.example")',
  "＝1+1",
  "\u202egnp.exe",
  "\u200b\u200d\ufeff",
  "👨‍👩‍👧‍👦🏳️‍🌈",
  "مرحبا \u2067שלום\u2069",
  "../../etc/passwd",
  "..\\..\\windows",
  "\r\nSet-Cookie: session=evil",
  "//evil.example",
  "2026-02-30",
  "2026-13-01",
  "9999-12-31",
  "0000-00-00",
  "１３８００００００００",
  "意见".repeat(6_000),
  "x".repeat(60_000),
  "a".repeat(300),
] as const;

const ACTS = [
  ...["edit", "submit", "pass", "return", "approve", "extend", "withdraw", "sign_proposal", "refuse_proposal"],
  ...["complete", "decide", "record_decision", "next_round", "publish", "withhold", "summarise", "enter_comment"],
  ...["record_inquiry", "record_reply", "record_step", "revise_draft", "decide_objection", "change_attachments"],
  ...["object", "withdraw_consent", "erase", "leave", "recut", "import", "save", "done", "toString", "__proto__"],
];

/** Values that a form would take, so that posts get past the first check too. */
const PLAUSIBLE: Record<string, readonly string[]> = {
  act: ACTS,
  version: ["0", "1", "2", "3", "5", "8"],
  clause: ["c1", "c2", "c5", "c99"],
  clauseId: ["c1", "c2"],
  clauseLevel: ["part", "article", "item"],
  clauseNumber: ["第一条"],
  clauseHeading: ["目的"],
  clauseText: ["为了规范。"],
  clauseNote: [""],
  from: ["1", "2"],
  to: ["1", "2", "3"],
  sentence: ["1", "2"],
  stance: ["support", "oppose", "neutral"],
  body: ["希望早日办结。", "反对第二条。"],
  suggestion: ["改为五日。"],
  submitter: ["person", "company", "organisation"],
  name: ["王某"],
  contact: ["13800000001", "a@example.org"],
  publish: ["yes", "no"],
  key: ["abcdefghijklmnop", "fuzz-key-of-a-form-1"],
  kept: ["x"],
  attachment: [""],
  code: ["0000000000000000", "abcdefghjkmnpqrs"],
  tail: ["0001", ""],
  text: ["不同意。"],
  reason: ["理由充分。"],
  remark: [""],
  ground: ["illegal", "personal_data", "off_topic", "abusive"],
  gist: ["要点"],
  theme: ["主题"],
  outcome: ["adopted", "not_adopted", "explained", "referred", "out_of_scope"],
  comments: ["1", "2", "3:0", "120", "127:1"],
  channel: ["letter", "phone", "email", "meeting"],
  statedOn: ["2026-09-01"],
  opensOn: ["2026-12-01"],
  closesOn: ["2027-03-01"],
  title: ["题目（征求意见稿）"],
  unit: ["office", "justice", "housing-construction"],
  unitCode: ["office"],
  unitId: ["office"],
  slug: ["a-new-one"],
  state: ["open", "decided"],
  status: ["approved"],
  role: ["approver", "system_admin"],
  decisionKind: ["major_decision", "normative_document"],
  draft: ["# 办法\n\n## 第一条 目的\n\n为了规范。\n"],
  kind: ["risk_assessment", "legality_review"],
  holder: ["区司法局"],
  conclusion: ["同意。"],
  happenedOn: ["2026-10-01"],
  decidedOn: ["2026-10-01"],
  bodyName: ["区财政局"],
  askedOn: ["2026-09-01"],
  dueOn: ["2026-09-20"],
  repliedOn: ["2026-09-10"],
  replyKind: ["opinion", "no_comment"],
  inquiry: ["1"],
  outcomeProcess: ["过程"],
  decidedNote: ["研究采纳情况"],
  documentNumber: ["海府〔2026〕1号"],
  upheld: ["yes", "no"],
  username: ["nobody", "office"],
  password: ["wrong"],
  next: ["/desk", "//evil.example"],
  year: ["2026", "2027"],
  day: ["2027-01-01"],
  receivedAt: ["2020-01-01"],
  number: ["1", "127"],
  accountId: ["1"],
};

const NAMES = Object.keys(PLAUSIBLE);

export function hostile(dice: Dice): string {
  return HOSTILE[dice(HOSTILE.length)] ?? "";
}

/** Fields of some form, with some of another's, some invented, some twice. */
export function hostileFields(dice: Dice): Fields {
  const fields: Fields = {};
  if (dice(3) > 0) fields.act = valueOf("act", dice);
  for (let count = 1 + dice(10); count > 0; count -= 1) {
    const name = dice(12) === 0 ? hostile(dice).slice(0, 200) : (NAMES[dice(NAMES.length)] ?? "body");
    fields[name] =
      dice(15) === 0 ? Array.from({ length: 2 + dice(40) }, () => valueOf(name, dice)) : valueOf(name, dice);
  }
  return fields;
}

/** What the form of a comment asks for, each field right three times of four. */
export function nearlyAComment(dice: Dice): Fields {
  const names = [
    "clause",
    "from",
    "to",
    "stance",
    "body",
    "suggestion",
    "submitter",
    "name",
    "contact",
    "publish",
    "key",
  ];
  const chosen = names.filter((name) => name === "body" || dice(2) === 0);
  return Object.fromEntries(chosen.map((name) => [name, dice(4) === 0 ? hostile(dice) : plausible(name, dice)]));
}

function valueOf(name: string, dice: Dice): string {
  return dice(2) === 0 ? plausible(name, dice) : hostile(dice);
}

function plausible(name: string, dice: Dice): string {
  const values = Object.hasOwn(PLAUSIBLE, name) ? (PLAUSIBLE[name] ?? []) : HOSTILE;
  return values[dice(values.length)] ?? "";
}

const BOUNDARY = "----a-boundary-of-the-test";

/** The fields as multipart, sometimes with a file that is not what it says, sometimes broken. */
export function multipart(fields: Fields, dice: Dice): { type: string; body: Buffer } {
  const parts = Object.entries(fields).flatMap(([name, values]) =>
    [values]
      .flat()
      .map((value) => `Content-Disposition: form-data; name="${name.replace(/["\r\n]/g, "_")}"\r\n\r\n${value}`),
  );
  if (dice(2) === 0) parts.push(hostileFile(dice));
  const end = dice(5) === 0 ? "" : `--${BOUNDARY}--\r\n`;
  const text = parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join("") + end;
  const whole = Buffer.from(text);
  const body = dice(6) === 0 ? whole.subarray(0, dice(whole.length + 1)) : whole;
  const type = dice(10) === 0 ? "multipart/form-data" : `multipart/form-data; boundary=${BOUNDARY}`;
  return { type, body };
}

function hostileFile(dice: Dice): string {
  const fileName = ["../../evil.pdf", "扫描件.pdf", "a.svg", "x.html", "nul.docx", "", ".png", "a.pdf\\..\\b"][dice(8)];
  const content = ["%PDF-1.7\n", "<svg onload=alert(1)>", "<html><script>", "PK\u0003\u0004", "\u0000\u0001", ""][
    dice(6)
  ];
  const field = dice(4) === 0 ? "file" : "attachment";
  return `Content-Disposition: form-data; name="${field}"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n${content}`;
}

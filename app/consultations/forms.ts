import { z } from "zod";
import { MAX_DRAFT } from "~/drafting/limits";
import { ENTERED_CHANNELS, ERASURE_GROUNDS, OUTCOMES, STANCES, SUBMITTERS, WITHHELD_GROUNDS } from "./comment";
import type { Act } from "./consultation";
import { STEP_KINDS } from "./dossier";
import {
  choice,
  givenText,
  identifier,
  numeral,
  optionalChoice,
  optionalDay,
  optionalIdentifier,
  optionalNumeral,
  optionalPattern,
  optionalText,
  repeated,
  requiredDay,
  requiredText,
  yesNo,
} from "~/forms/fields";
import { REPLY_KINDS } from "./inquiry";
import { DECISION_KINDS } from "./period";
import { CLUSTER_CHOICE } from "./processing-filter";
import type { ConsultationReason } from "./reasons";
import { MAX_BODY, MAX_CONTACT, MAX_NAME, MAX_SUGGESTION } from "./words";

export const MAX_TITLE = 200;
export const MAX_LINE = 200;
export const MAX_REASON = 5_000;
export const MAX_ACCOUNT = 50_000;
export const MAX_CLAUSES = 500;
export const MAX_COMMENTS_AT_ONCE = 500;
export const MAX_ATTACHMENTS = 5;
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;

export const CLAUSE_LEVELS = ["part", "chapter", "article", "paragraph", "item"] as const;
export type ClauseLevel = (typeof CLAUSE_LEVELS)[number];

/** Fields of this domain's forms that may be posted several times; all others stand once. */
export const REPEATABLE_FIELDS = [
  "sentence",
  "attachment",
  "kept",
  "comments",
  "cluster",
  "clauseId",
  "clauseLevel",
  "clauseNumber",
  "clauseHeading",
  "clauseText",
  "clauseNote",
] as const;

const fileFields = {
  /** A browser posts an empty file field as an empty text when the form is not multipart. */
  attachment: repeated(z.literal("", { error: "attachment_not_a_file" satisfies ConsultationReason }), MAX_ATTACHMENTS),
  /** Ids of files that were accepted with a form that was refused. */
  kept: repeated(identifier("attachment_not_a_file"), MAX_ATTACHMENTS),
};

const wordFields = {
  clause: optionalIdentifier("clause_unknown"),
  from: optionalNumeral(),
  to: optionalNumeral(),
  /** The sentences' checkboxes of the page without script: neighbours, from which `from` and `to` follow. */
  sentence: repeated(numeral(), 1_000),
  stance: optionalChoice(STANCES, "stance_unknown"),
  body: requiredText(MAX_BODY, "body_missing", "body_too_long"),
  suggestion: optionalText(MAX_SUGGESTION, "suggestion_too_long"),
  submitter: optionalChoice(SUBMITTERS, "submitter_unknown").transform((submitter) => submitter ?? "person"),
  name: optionalText(MAX_NAME, "name_too_long"),
  contact: optionalText(MAX_CONTACT, "contact_too_long"),
  publish: yesNo("publish_unknown"),
  ...fileFields,
};

/** Made by the form's page: the same key for the same consultation is the same comment. */
const formKey = optionalPattern(/^[A-Za-z0-9_-]{16,64}$/, "key_invalid");

/** POST /consultations/:slug/comments. */
export const publicCommentForm = z
  .strictObject({
    ...wordFields,
    key: formKey,
  })
  .transform(readSentences);

/** A staff form: its button says the act; `version` is that of the page, so that a stale one is told. */
function acting<const A extends Act, S extends z.ZodRawShape>(act: A, shape: S) {
  const error: ConsultationReason = "choice_unknown";
  return z.strictObject({ act: z.literal(act, { error }), version: optionalNumeral(), ...shape });
}

const reason = requiredText(MAX_REASON, "reason_missing");
const remark = optionalText(MAX_REASON);

/** A comment that came on paper, by phone, by mail or in a meeting. */
export const enterCommentForm = acting("enter_comment", {
  ...wordFields,
  key: formKey,
  channel: choice(ENTERED_CHANNELS, "channel_unknown", "channel_unknown"),
  statedOn: requiredDay("stated_missing"),
}).transform(readSentences);

const preparedFields = {
  title: requiredText(MAX_TITLE, "title_missing", "title_too_long"),
  titleEn: optionalText(MAX_TITLE, "title_too_long"),
  summary: optionalText(MAX_REASON).transform(orEmpty),
  summaryEn: optionalText(MAX_REASON),
  decisionKind: choice(DECISION_KINDS, "choice_unknown", "decision_kind_missing"),
  explanatoryNote: optionalText(MAX_ACCOUNT).transform(orEmpty),
  legalBasis: optionalText(MAX_REASON).transform(orEmpty),
  opensOn: optionalDay(),
  closesOn: optionalDay(),
  shortenedReason: optionalText(MAX_REASON),
  resultsPlan: optionalText(MAX_LINE),
  contactName: optionalText(MAX_NAME).transform(orEmpty),
  contactPhone: optionalText(MAX_LINE).transform(orEmpty),
  contactEmail: optionalText(MAX_LINE),
  contactAddress: optionalText(MAX_LINE),
  meetingNote: optionalText(MAX_REASON),
  showComments: choice(["during", "after"]),
  askStance: yesNo(),
};

/** Saving what is prepared. Half a form may be saved; `submit` asks for the rest. */
export const prepareForm = acting("edit", preparedFields);

/** A new consultation: its unit and the same fields. The address is made from the title when it is left out. */
export const newConsultationForm = z.strictObject({
  ...preparedFields,
  unit: identifier("choice_missing"),
  slug: optionalPattern(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, "slug_invalid"),
});

/** The draft as one text (Markdown), to be cut into clauses. */
export const draftForm = acting("edit", { draft: requiredText(MAX_DRAFT, "draft_missing") });

const clauseFields = {
  clauseId: repeated(identifier("clause_unknown"), MAX_CLAUSES),
  clauseLevel: repeated(choice(CLAUSE_LEVELS), MAX_CLAUSES),
  clauseNumber: repeated(optionalText(MAX_LINE).transform(orEmpty), MAX_CLAUSES),
  clauseHeading: repeated(optionalText(MAX_LINE).transform(orEmpty), MAX_CLAUSES),
  clauseText: repeated(optionalText(MAX_ACCOUNT).transform(orEmpty), MAX_CLAUSES),
  clauseNote: repeated(optionalText(MAX_REASON), MAX_CLAUSES),
};

/** The clauses as the drafter confirms them: one value of each field for each clause, in order. */
export const clausesForm = acting("edit", clauseFields).transform(({ act, version, ...columns }, context) => ({
  act,
  version,
  clauses: readClauses(columns, context),
}));

/** The revised draft that goes with the outcome. */
export const reviseDraftForm = acting("revise_draft", {
  ...clauseFields,
  changeNote: requiredText(MAX_REASON, "reason_missing"),
}).transform(({ act, version, changeNote, ...columns }, context) => ({
  act,
  version,
  changeNote,
  clauses: readClauses(columns, context),
}));

export const submitForm = acting("submit", { remark });
export const passForm = acting("pass", { remark });
export const returnForm = acting("return", { reason });
export const approveForm = acting("approve", { remark, releaseRevisedDraft: yesNo() });

export const extendForm = acting("extend", { closesOn: requiredDay("closes_missing"), reason });
export const withdrawForm = acting("withdraw", { reason });
export const signProposalForm = acting("sign_proposal", { remark });
export const refuseProposalForm = acting("refuse_proposal", { reason });

export const completeForm = acting("complete", { outcomeProcess: optionalText(MAX_ACCOUNT), remark });
export const nextRoundForm = acting("next_round", {});

export const inquiryForm = acting("record_inquiry", {
  bodyName: requiredText(MAX_LINE, "body_name_missing"),
  askedOn: requiredDay(),
  dueOn: requiredDay(),
});

export const inquiryReplyForm = acting("record_reply", {
  inquiry: numeral(),
  repliedOn: requiredDay(),
  replyKind: choice(REPLY_KINDS, "choice_unknown", "reply_kind_missing"),
  clause: optionalIdentifier("clause_unknown"),
  body: optionalText(MAX_BODY, "body_too_long"),
  publish: yesNo("publish_unknown"),
});

export const stepForm = acting("record_step", {
  kind: choice(STEP_KINDS, "step_unknown", "step_unknown"),
  startedOn: optionalDay(),
  happenedOn: requiredDay(),
  holder: requiredText(MAX_LINE, "holder_missing"),
  conclusion: requiredText(MAX_REASON, "conclusion_missing"),
  ...fileFields,
});

const decisionFields = {
  decidedOn: requiredDay(),
  documentNumber: optionalText(MAX_LINE),
  decidedNote: requiredText(MAX_ACCOUNT, "adoption_account_missing"),
};

export const decisionForm = acting("record_decision", decisionFields);

/** The same in the dossier, where the final text may be another than the newest draft: pasted, or as a file. */
export const finalTextForm = acting("record_decision", {
  ...decisionFields,
  finalText: choice(["same", "other"]),
  source: optionalText(MAX_DRAFT),
  file: z.literal("", { error: "attachment_not_a_file" satisfies ConsultationReason }).optional(),
});

const comments = repeated(
  z
    .string()
    .regex(/^\d{1,9}(?::\d{1,9})?$/, { error: "number_invalid" satisfies ConsultationReason })
    .transform(readNumbered),
  MAX_COMMENTS_AT_ONCE,
);

const decideFields = {
  outcome: choice(OUTCOMES, "outcome_unknown", "outcome_missing"),
  reason: optionalText(MAX_REASON),
  clause: optionalIdentifier("clause_unknown"),
  gist: optionalText(MAX_REASON),
  comments,
};

/** One outcome for one comment or for many. A comment is named by its number, or by number and version as `12:3`. */
export const decideForm = acting("decide", decideFields);

/** In the list near-identical comments are chosen as whole groups too. */
const chosenFields = {
  comments,
  cluster: repeated(
    z.string().regex(CLUSTER_CHOICE, { error: "cluster_changed" satisfies ConsultationReason }),
    MAX_COMMENTS_AT_ONCE,
  ),
};

/** The acts on what is chosen in the list share one form; each reads its own fields of it. */
export const chosenForms = {
  decide: acting("decide", { ...decideFields, ...chosenFields }),
  publish: acting("publish", chosenFields),
  withhold: acting("withhold", {
    ...chosenFields,
    ground: choice(WITHHELD_GROUNDS, "ground_unknown", "ground_missing"),
    withheldReason: optionalText(MAX_REASON),
  }),
  summarise: acting("summarise", {
    ...chosenFields,
    theme: requiredText(MAX_NAME, "theme_missing"),
  }),
};

/** What the public will read, after the officer masked it. Without these fields the words are masked automatically. */
export const publishForm = acting("publish", {
  body: givenText(MAX_BODY, "body_too_long").refine((text) => text !== "", {
    error: "published_words_missing" satisfies ConsultationReason,
  }),
  suggestion: givenText(MAX_SUGGESTION, "suggestion_too_long"),
  name: givenText(MAX_NAME, "name_too_long"),
});

export const withholdForm = acting("withhold", {
  ground: choice(WITHHELD_GROUNDS, "ground_unknown", "ground_missing"),
  reason: optionalText(MAX_REASON),
  gist: optionalText(MAX_REASON),
});

export const summariseForm = acting("summarise", { gist: optionalText(MAX_REASON), theme: optionalText(MAX_NAME) });

export const decideObjectionForm = acting("decide_objection", {
  upheld: choice(["yes", "no"]).transform((answer) => answer === "yes"),
  reason: optionalText(MAX_REASON),
});

export const eraseForm = acting("erase", { ground: choice(ERASURE_GROUNDS, "ground_unknown", "ground_missing") });

/** On the receipt, by whoever holds it. */
export const objectionForm = acting("object", { text: requiredText(MAX_REASON, "objection_text_missing") });
export const withdrawConsentForm = acting("withdraw_consent", {});

function readSentences<T extends { from: number | null; to: number | null; sentence: number[] }>(
  { sentence, ...fields }: T,
  context: z.RefinementCtx,
) {
  if (sentence.length === 0) return fields;
  const [from, to] = [Math.min(...sentence), Math.max(...sentence)];
  const isGapless = to - from + 1 === new Set(sentence).size;
  if (!isGapless) {
    const message: ConsultationReason = "sentences_not_adjacent";
    context.addIssue({ code: "custom", path: ["sentence"], message });
  }
  return { ...fields, from, to };
}

interface ClauseColumns {
  clauseId: string[];
  clauseLevel: ClauseLevel[];
  clauseNumber: string[];
  clauseHeading: string[];
  clauseText: string[];
  clauseNote: (string | null)[];
}

export interface ClauseEntry {
  clauseId: string;
  level: ClauseLevel;
  number: string;
  heading: string;
  text: string;
  note: string | null;
}

function readClauses(columns: ClauseColumns, context: z.RefinementCtx): ClauseEntry[] {
  const count = columns.clauseId.length;
  if (Object.values(columns).some((column: unknown[]) => column.length !== count)) {
    const message: ConsultationReason = "clauses_uneven";
    context.addIssue({ code: "custom", path: ["clauseId"], message });
    return [];
  }
  return columns.clauseId.map((clauseId, index) => ({
    clauseId,
    level: columns.clauseLevel[index]!,
    number: columns.clauseNumber[index]!,
    heading: columns.clauseHeading[index]!,
    text: columns.clauseText[index]!,
    note: columns.clauseNote[index]!,
  }));
}

function readNumbered(text: string): { number: number; version: number | null } {
  const [number, version] = text.split(":");
  return { number: Number(number), version: version === undefined ? null : Number(version) };
}

function orEmpty(text: string | null): string {
  return text ?? "";
}

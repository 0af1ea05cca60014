import { z } from "zod";
import type { ReasonCode } from "~/i18n/reasons";
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
import { countCharacters } from "~/forms/words";
import { CLOCK_LENGTHS } from "./clock-lengths";
import { MOST_ORDERS, ORDER_COLUMNS, type OrderLine } from "./hotline-table";
import { DECLINE_GROUNDS, REFERRAL_CHANNELS, RETURN_GROUNDS } from "./dispatch";
import { ENTERED_CHANNELS, KINDS, RESOLUTIONS, SUBMITTERS, type MessageAct } from "./message";
import { RESULTS } from "./rating";
import { DISPLAYS } from "./reply";

const MIN_TITLE = 2;
const MAX_TITLE = 100;
export const MAX_BODY = 10_000;
const MAX_NAME = 50;
const MAX_CONTACT = 200;
export const MAX_REASON = 2_000;
const MAX_LINE = 200;
export const MAX_ATTACHMENTS = 5;
/** Far more than is taken: what is too long is read all the same, so that the answer can keep it. */
export const MOST_TEXT_BYTES = 4 * 1024 * 1024;
const MAX_UNITS = 10;

export const REPEATABLE_FIELDS = ["attachment", "kept", "assisting"] as const;

const title = requiredText(MAX_TITLE, "title_missing", "message_title_long").refine(
  (text) => countCharacters(text) >= MIN_TITLE,
  { error: "message_title_short" satisfies ReasonCode },
);

const wordFields = {
  kind: choice(KINDS, "message_kind_unknown", "message_kind_missing"),
  unit: optionalIdentifier("message_unit_unknown"),
  /** 被反映单位, when it is about a unit or someone who works there. */
  about: optionalIdentifier("message_unit_unknown"),
  title,
  body: requiredText(MAX_BODY, "message_body_missing", "message_body_long"),
  submitter: optionalChoice(SUBMITTERS, "submitter_unknown").transform((submitter) => submitter ?? "person"),
  name: optionalText(MAX_NAME, "name_too_long"),
  contact: optionalText(MAX_CONTACT, "contact_too_long"),
  publish: yesNo("publish_unknown"),
  /** A browser posts an empty file field as an empty text when the form is not multipart. */
  attachment: repeated(z.literal("", { error: "attachment_not_a_file" satisfies ReasonCode }), MAX_ATTACHMENTS),
  /** Ids of files that were accepted with a form that was refused. */
  kept: repeated(identifier("attachment_not_a_file"), MAX_ATTACHMENTS),
  key: optionalPattern(/^[A-Za-z0-9_-]{16,64}$/, "key_invalid"),
};

/** POST /messages. `step` is sent by the page's first button: answers that may already help are shown before sending. */
export const publicMessageForm = z.strictObject({ ...wordFields, step: z.literal("check").optional() });

/** What came by phone, visit, letter or hotline. */
export const enterMessageForm = z.strictObject({
  ...wordFields,
  channel: choice(ENTERED_CHANNELS, "channel_unknown", "channel_unknown"),
  statedOn: requiredDay("stated_missing"),
  outsideNumber: optionalText(MAX_NAME),
});

/** A table of 12345 orders: looked at first, then taken. `table` holds what was looked at, line by line. */
export const importOrdersForm = z.discriminatedUnion(
  "act",
  [
    z.strictObject({ act: z.literal("preview"), orders: z.literal("", { error: "attachment_not_a_file" }).optional() }),
    z.strictObject({ act: z.literal("confirm"), table: z.string().transform(readLines) }),
  ],
  { error: "choice_unknown" satisfies ReasonCode },
);
export const refusedOrdersForm = z.strictObject({ table: z.string().transform(readLines) });

const lines = z
  .array(z.strictObject({ row: z.int().min(1), cells: z.record(z.enum(ORDER_COLUMNS), z.string()) }))
  .max(MOST_ORDERS);

function readLines(text: string, context: z.core.$RefinementCtx): OrderLine[] {
  try {
    return lines.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "form_unreadable" satisfies ReasonCode });
    return z.NEVER;
  }
}

/** A staff form: its button says the act; `version` is that of the page, so that a stale one is told. */
function acting<const A extends MessageAct, S extends z.ZodRawShape>(act: A, shape: S) {
  const error: ReasonCode = "choice_unknown";
  return z.strictObject({ act: z.literal(act, { error }), version: optionalNumeral(), ...shape });
}

const reason = requiredText(MAX_REASON, "reason_missing");
const remark = optionalText(MAX_REASON);
const messageNumber = requiredText(MAX_NAME, "merge_missing");

export const acceptForm = acting("accept", {});
export const declineForm = acting("decline", {
  ground: choice(DECLINE_GROUNDS, "ground_unknown", "ground_missing"),
  reason,
});
export const referForm = acting("refer", {
  channel: choice(REFERRAL_CHANNELS, "choice_unknown", "choice_missing"),
  name: requiredText(MAX_LINE, "required"),
  contact: requiredText(MAX_LINE, "required"),
  rule: requiredText(MAX_LINE, "required"),
  reason: remark,
});
export const changeKindForm = acting("change_kind", {
  kind: choice(KINDS, "message_kind_unknown", "message_kind_missing"),
  reason,
});
export const recuseForm = acting("recuse", {
  unit: optionalIdentifier("message_unit_unknown"),
  officer: optionalIdentifier("officer_unknown"),
});
export const mergeForm = acting("merge", { into: messageNumber, reason: remark });
export const assignForm = acting("assign", {
  unit: identifier("unit_missing"),
  assisting: repeated(optionalIdentifier("message_unit_unknown"), MAX_UNITS),
  officer: optionalIdentifier("officer_unknown"),
  street: optionalIdentifier("message_unit_unknown"),
  reason: remark,
});
export const takeBackForm = acting("take_back", { reason });
export const returnAssignmentForm = acting("return_assignment", {
  ground: choice(RETURN_GROUNDS, "ground_unknown", "ground_missing"),
  proposed: optionalIdentifier("message_unit_unknown"),
  reason,
});
export const handOverForm = acting("hand_over", { officer: identifier("officer_unknown"), reason: remark });
/** Without `officer` whoever posts it stands aside. */
export const standAsideForm = acting("stand_aside", {
  officer: optionalIdentifier("officer_unknown"),
  successor: optionalIdentifier("officer_unknown"),
  reason,
});
export const askForm = acting("ask", { text: requiredText(MAX_REASON, "required") });
export const extendForm = acting("extend", { reason });
export const noteForm = acting("note", { text: requiredText(MAX_REASON, "required") });

const replyFields = {
  text: givenText(MAX_BODY).transform((text) => text ?? ""),
  resolution: choice(RESOLUTIONS),
  promisedOn: optionalDay(),
  display: choice(DISPLAYS),
  publicTitle: optionalText(MAX_TITLE),
  publicBody: optionalText(MAX_BODY),
  publicReply: optionalText(MAX_BODY),
};

/** Half a reply may be saved; `submit` asks for the rest. */
export const draftForm = acting("draft", replyFields);
export const submitForm = acting("submit", replyFields);
export const returnForm = acting("return", { reason });
export const approveForm = acting("approve", { remark });
export const keepPromiseForm = acting("keep_promise", { reason });
export const correctForm = acting("correct", {
  ...replyFields,
  correctionNote: requiredText(MAX_REASON, "correction_note_missing"),
});
export const approveCorrectionForm = acting("approve_correction", { remark });
export const refuseCorrectionForm = acting("refuse_correction", { reason });
export const withholdForm = acting("withhold", { reason });
export const closeForm = acting("close", { reason: remark });
export const openIdentityForm = acting("open_identity", { reason });

/** Every length of the clocks at once, and why. */
export const clocksForm = z.strictObject({
  act: z.literal("save", { error: "choice_unknown" satisfies ReasonCode }),
  ...Object.fromEntries(CLOCK_LENGTHS.map(({ field }) => [field, numeral()])),
  reason,
});

/** On the receipt, by whoever holds it. */
export const ownMessageForm = z.discriminatedUnion(
  "act",
  [
    z.strictObject({ act: z.literal("answer"), text: requiredText(MAX_BODY, "required") }),
    z.strictObject({
      act: z.literal("rate"),
      satisfied: choice(["yes", "no"]).transform((answer) => answer === "yes"),
      result: choice(RESULTS),
      words: optionalText(MAX_REASON),
    }),
    z.strictObject({ act: z.literal("reopen"), reason }),
    z.strictObject({ act: z.literal("withdraw"), reason: remark }),
    z.strictObject({ act: z.literal("withdraw_consent") }),
    z.strictObject({
      act: z.literal("erase"),
      confirm: z.literal("yes", { error: "erase_not_confirmed" satisfies ReasonCode }),
    }),
    z.strictObject({ act: z.literal("leave") }),
  ],
  { error: "choice_unknown" satisfies ReasonCode },
);
export type OwnMessageAct = z.output<typeof ownMessageForm>;

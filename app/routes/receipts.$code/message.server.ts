import type { Actor } from "~/accounts/actor";
import { rateReply, reopenMessage } from "~/messages/after-reply.server";
import { answerTheQuestion } from "~/messages/ask-sender.server";
import { ownMessageForm, type OwnMessageAct } from "~/messages/forms";
import { ownMessage, type MessageReceiptPage } from "~/messages/receipt-queries.server";
import { isSender, type OwnInput } from "~/messages/sender.server";
import { eraseMessage, withdrawMessage, withdrawMessageConsent } from "~/messages/withdraw-message.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm, type PostedForm } from "~/platform/http.server";

type Deps = ReturnType<typeof depsOf>;

/** What this browser may read of the receipt of a message. */
export async function messageView(
  actor: Actor,
  { message, facts }: MessageReceiptPage,
  holdsReceipt: boolean,
  deps: Deps,
) {
  const own = isSender(actor, message, { holdsReceipt }) ? await ownMessage(deps, message) : null;
  return { kind: "message" as const, facts, own, holdsReceipt };
}

/** Does what the form of a message's receipt asks; says which act it was. */
export async function actOnMessage(actor: Actor, input: OwnInput, posted: PostedForm, deps: Deps): Promise<string> {
  const form = parseForm(ownMessageForm, posted);
  await perform(form, actor, input, deps);
  return form.act;
}

async function perform(form: OwnMessageAct, actor: Actor, input: OwnInput, deps: Deps): Promise<unknown> {
  switch (form.act) {
    case "answer":
      return answerTheQuestion(actor, { ...input, text: form.text }, deps);
    case "rate":
      return rateReply(actor, { ...input, satisfied: form.satisfied, result: form.result, words: form.words }, deps);
    case "reopen":
      return reopenMessage(actor, { ...input, reason: form.reason }, deps);
    case "withdraw":
      return withdrawMessage(actor, { ...input, reason: form.reason }, deps);
    case "withdraw_consent":
      return withdrawMessageConsent(actor, input, deps);
    case "erase":
      return eraseMessage(actor, input, deps);
    case "leave":
      return undefined;
  }
}

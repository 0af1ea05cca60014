import type { Actor } from "~/accounts/actor";
import { isAuthor, type OwnInput } from "~/consultations/author.server";
import { eraseComment } from "~/consultations/erase-comment.server";
import { ownActForm, type OwnAct } from "~/consultations/forms-receipt";
import { objectToWithholding } from "~/consultations/object-to-withholding.server";
import { ownWords, type ReceiptPage } from "~/consultations/receipt-queries.server";
import { withdrawConsent } from "~/consultations/withdraw-consent.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm, type PostedForm } from "~/platform/http.server";
import { policiesOfConsultation } from "~/policies/policy-news.server";

type Deps = ReturnType<typeof depsOf>;

/** What this browser may read of the receipt of a comment. */
export async function commentView(actor: Actor, { comment, facts }: ReceiptPage, holdsReceipt: boolean, deps: Deps) {
  const own = isAuthor(actor, comment, { holdsReceipt }) ? await ownWords(deps, comment) : null;
  const policies = await policiesOfConsultation(deps, facts.consultation.slug);
  return { kind: "comment" as const, facts, own, policies, holdsReceipt };
}

/** Does what the form of a comment's receipt asks; says which act it was. */
export async function actOnComment(actor: Actor, input: OwnInput, posted: PostedForm, deps: Deps): Promise<string> {
  const form = parseForm(ownActForm, posted);
  await perform(form, actor, input, deps);
  return form.act;
}

async function perform(form: OwnAct, actor: Actor, input: OwnInput, deps: Deps): Promise<void> {
  if (form.act === "object") return objectToWithholding(actor, { ...input, text: form.text }, deps);
  if (form.act === "withdraw_consent") return withdrawConsent(actor, input, deps);
  if (form.act === "erase") return eraseComment(actor, { ...input, ground: null }, deps);
}

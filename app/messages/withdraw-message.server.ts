import type { Actor } from "~/accounts/actor";
import { removeAttachments } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import { findAndLock, type MessageRecord } from "./message-store.server";
import { perform, performOwnAct, type ActContext } from "./perform-message-act.server";
import { because } from "./reasons";
import type { OwnInput } from "./sender.server";
import { dropReplies, eraseWords, pointDuplicates } from "./step-store.server";

const PLATFORM: Actor = { kind: "system", name: "withdraw" };

/**
 * The sender takes it back before it was answered. What was merged into it does not go with it: the first of those is a
 * matter of its own again, and the others follow that one.
 */
export function withdrawMessage(
  actor: Actor,
  { reason, ...input }: OwnInput & { reason: string | null },
  deps: Deps,
): Promise<MessageRecord> {
  return performOwnAct(actor, "withdraw", input, deps, {
    write: async (context) => {
      await dropReplies(context.tx, context.facts.number);
      await releaseDuplicates(context, deps);
      return { step: { text: reason } };
    },
  });
}

async function releaseDuplicates({ tx, reading, facts, record }: ActContext, deps: Deps): Promise<void> {
  const first = facts.duplicates[0];
  if (!first) return;
  const duplicate = (await findAndLock(tx, deps.db.engine, first.number))!;
  await perform(PLATFORM, "release", { tx, reading, facts: duplicate, record }, deps);
  await pointDuplicates(tx, facts.number, first.number);
}

/** Consent to publication can be taken back at any time, once; what the public read is taken out at once. */
export function withdrawMessageConsent(actor: Actor, input: OwnInput, deps: Deps): Promise<MessageRecord> {
  return performOwnAct(actor, "withdraw_consent", input, deps, {
    reasons: ({ facts }) => {
      if (!facts.consentsToPublish) return [because("message_without_consent")];
      return facts.consentWithdrawnAt ? [because("message_consent_withdrawn")] : [];
    },
    write: ({ facts }) => {
      const isTheirs = !facts.isTypical;
      const nothing = { publishedAt: null, publicTitle: null, publicBody: null, publicReply: null };
      return Promise.resolve({ data: isTheirs ? nothing : {}, step: { isInternal: true } });
    },
  });
}

/** The sender has the content erased once there is an end. Number, kind, times and what became of it stay. */
export async function eraseMessage(actor: Actor, input: OwnInput, deps: Deps): Promise<void> {
  let removeFiles: () => Promise<void> = () => Promise.resolve();
  await performOwnAct(actor, "erase", input, deps, {
    write: async ({ tx, facts }) => {
      await eraseWords(tx, facts.number, deps.now, "author_request");
      removeFiles = await removeAttachments(tx, { messageNumber: facts.number });
      return { payload: { ground: "author_request" }, step: { isInternal: true } };
    },
  });
  await removeFiles();
}

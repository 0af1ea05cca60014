import { accountIdOf, type Actor } from "~/accounts/actor";
import { keyedDigest } from "~/platform/secrets.server";
import { digest } from "~/timeline/chain.server";
import { isBlank, tidyText } from "~/forms/words";
import { insertRemark } from "./consultation-store.server";
import type { ActContext } from "./perform-act.server";

/**
 * Keeps what was written beside an act. The timeline gets its number and a salted digest, by which the words can be
 * shown to be those of that moment. Nothing is kept of an empty remark.
 */
export async function keepRemark(
  { tx, facts }: Pick<ActContext, "tx" | "facts">,
  actor: Actor,
  act: string,
  words: string | null | undefined,
  at: Date,
): Promise<{ remark?: number; digest?: string }> {
  const authorId = accountIdOf(actor);
  if (!words || isBlank(words) || authorId === null) return {};
  const text = tidyText(words);
  const id = await insertRemark(tx, { consultationId: facts.id, authorId, act, text, at });
  return { remark: id, digest: digest(keyedDigest("remark", String(id)).toString("hex"), text) };
}

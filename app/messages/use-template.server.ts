import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { findTemplate } from "./aids-store.server";
import { findSeen } from "./message-store.server";
import type { Display } from "./reply";
import type { Resolution } from "./message";
import { draftReply } from "./write-reply.server";

/** Puts a template into the draft of the reply, after what is written there. Its open fields keep it from being sent. */
export async function useTemplate(
  actor: Actor,
  { number, version, template }: { number: string; version: number | null; template: number },
  deps: Deps,
): Promise<void> {
  const message = await findSeen(deps.db.client, actor, number);
  const found = message && (await findTemplate(deps.db.client, template));
  if (!found || (found.unitCode !== null && found.unitCode !== message.leadUnitCode)) throw refuseAsNotFound();
  const draft = message.replies.findLast(({ state, kind }) => state === "draft" && kind === "reply");
  const text = [draft?.text ?? "", found.body].filter((part) => part.trim() !== "").join("\n");
  const { promisedOn = null, publicTitle = null, publicBody = null, publicReply = null } = draft ?? {};
  const resolution = (draft?.resolution ?? "answered") as Resolution;
  const display = (draft?.display ?? "none") as Display;
  const shown = { promisedOn, publicTitle, publicBody, publicReply, resolution, display };
  await draftReply(actor, { number, version, text, ...shown }, deps);
}

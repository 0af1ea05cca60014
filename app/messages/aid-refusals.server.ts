import type { Client } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { roundOf } from "./aids-queries.server";
import { findTemplates, findTicks } from "./aids-store.server";
import { checklistReasons } from "./checklist";
import type { MessageRecord } from "./message-store.server";
import { unfilledReasons } from "./reply-template";
import { requestsIn } from "./requests";

/**
 * Why the reply cannot be handed in: a request of the message that is neither ticked nor left out with a reason, and a
 * field of a template that nobody filled. Warnings are none of these.
 */
export async function aidRefusals(client: Client, facts: MessageRecord, text: string): Promise<Reason[]> {
  const ticks = await findTicks(client, facts.number, roundOf(facts));
  const templates = await findTemplates(client, facts.leadUnitCode ? [facts.leadUnitCode] : []);
  // The checklist is a form of its own: its reasons have no field in this one.
  const open = checklistReasons(requestsIn(facts), ticks, text).map(({ field: _field, ...reason }) => reason);
  return [...open, ...unfilledReasons(text, templates, "text")];
}

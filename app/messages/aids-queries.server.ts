import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { maskPersonalData } from "~/privacy/masking";
import { openUnits } from "~/units/queries.server";
import type { MessageAids } from "./aids-shown";
import { findOthers, findTemplates, findTicks, findUnitWords, type EarlierMessage } from "./aids-store.server";
import { paragraphsOf } from "./checklist";
import { transitionOf } from "./message";
import { findSeen, type MessageRecord } from "./message-store.server";
import { mayAct, maySeeSender, unitsOf } from "./permissions";
import { rankSimilar } from "./rank-similar";
import { fieldsOf } from "./reply-template";
import { replyWarnings } from "./reply-warnings";
import { requestsIn } from "./requests";
import { suggestUnits } from "./suggest-unit";

/** How far back earlier messages are compared. */
const MOST_EARLIER = 400;
const MOST_OPEN = 200;
const MOST_SIMILAR = 5;

/** A new round begins with each released reply: after reopening, the requests are ticked anew. */
export function roundOf({ repliedByIds }: Pick<MessageRecord, "repliedByIds">): number {
  return repliedByIds.length;
}

/** What helps this person with one message. Refusal: `not_found` for whoever may not see it at a desk. */
export async function messageAids(actor: Actor, number: string, deps: Deps): Promise<MessageAids> {
  const { client } = deps.db;
  const message = await findSeen(client, actor, number);
  if (!message) throw refuseAsNotFound();
  const may = (act: "draft" | "assign") => mayAct(actor, act, message) && transitionOf(act, message, deps.now) !== null;
  const [answered, open, ticks] = await Promise.all([
    findOthers(client, actor, { except: number, isAnswered: true, take: MOST_EARLIER }),
    findOthers(client, actor, { except: number, isAnswered: false, take: MOST_OPEN }),
    findTicks(client, number, roundOf(message)),
  ]);
  const reading = readingOf(message, actor);
  const draft = message.replies.findLast(({ state }) => state === "draft" || state === "in_review")?.text ?? "";
  return {
    requests: requestsIn(reading).map((request) => {
      const tick = ticks.find((one) => one.request === request.number);
      return { ...request, paragraph: tick?.paragraph ?? null, reason: tick?.reason ?? null, isTicked: !!tick };
    }),
    paragraphs: paragraphsOf(draft),
    mayTick: may("draft"),
    warnings: warningsOf(message, draft, answered, open),
    templates: may("draft") ? await templatesFor(message, deps) : [],
    mayUseTemplate: may("draft"),
    similar: rankSimilar(message, answered, MOST_SIMILAR).map((one) => ({
      number: one.number,
      title: maskPersonalData(one.title).masked,
      reply: maskPersonalData(one.replies[0]?.text ?? "").masked,
    })),
    suggestions: may("assign") ? await suggestionsFor(message, answered, deps) : [],
  };
}

/** The words as this person may read them; what is asked does not depend on a phone number. */
function readingOf(message: MessageRecord, actor: Actor): { title: string; body: string } {
  const isOpen = maySeeSender(actor, message);
  const read = (text: string) => (isOpen ? text : maskPersonalData(text).masked);
  return { title: read(message.title), body: read(message.body) };
}

function warningsOf(message: MessageRecord, draft: string, answered: EarlierMessage[], open: EarlierMessage[]) {
  const words = ({ number, title, body }: Pick<EarlierMessage, "number" | "title" | "body">) => ({
    ...{ number, text: `${title}\n${body}` },
  });
  return replyWarnings(draft, {
    message: words(message),
    earlierReplies: answered.flatMap(({ number, replies }) => replies.map(({ text }) => ({ number, text }))),
    otherMessages: open.map(words),
  });
}

async function templatesFor({ leadUnitCode }: MessageRecord, { db }: Deps): Promise<MessageAids["templates"]> {
  const found = await findTemplates(db.client, leadUnitCode ? [leadUnitCode] : []);
  return found.map(({ id, name, body, unitCode }) => ({
    ...{ id, name, body, isOffice: unitCode === null, fields: fieldsOf(body) },
  }));
}

async function suggestionsFor(message: MessageRecord, answered: EarlierMessage[], deps: Deps) {
  const units = await openUnits(deps);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const past = answered.flatMap(({ number, title, body, leadUnitCode }) =>
    leadUnitCode ? [{ unit: leadUnitCode, number, text: `${title}\n${body}` }] : [],
  );
  const { kind, title, body, recusedUnits } = message;
  const words = await findUnitWords(deps.db.client);
  return suggestUnits({ kind, title, body, recusedUnits }, words, past)
    .filter(({ unit }) => names.has(unit))
    .map(({ unit, reasons }) => ({ unit, name: names.get(unit) ?? unit, reasons }));
}

/** The templates that this person may use and keep: the office's, and those of the person's units. */
export function templatesOf(actor: Actor, { db }: Pick<Deps, "db">) {
  return findTemplates(db.client, unitsOf(actor));
}

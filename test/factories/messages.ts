import type { Person } from "~/accounts/actor";
import { GUEST } from "~/accounts/actor";
import { approveReply } from "~/messages/approve-reply.server";
import { assignMessage } from "~/messages/assign-message.server";
import { postMessage, type MessageInput, type MessageReceipt } from "~/messages/post-message.server";
import type { ReplyPlan } from "~/messages/reply";
import { requestsIn } from "~/messages/requests";
import { tickRequests } from "~/messages/tick-requests.server";
import { submitReply } from "~/messages/write-reply.server";
import type { Database } from "~/platform/db.server";
import { createPerson } from "./desk";

/** A message about a loose manhole cover, as a resident posts it. */
export function manhole(change: Partial<MessageInput> = {}): MessageInput {
  return {
    kind: "complaint",
    unit: null,
    about: null,
    title: "路口的井盖松动",
    body: "昌岗中路路口的井盖松动，晚上有车经过就响，电话13800138000，请尽快修好。",
    submitter: "person",
    name: "林小明",
    contact: "13800138000",
    publish: true,
    key: null,
    uploads: [],
    language: "zh-CN",
    ...change,
  };
}

export async function createMessage(
  db: Database,
  now: Date,
  change: Partial<MessageInput> = {},
): Promise<MessageReceipt> {
  return postMessage(GUEST, manhole(change), { db, now });
}

export const SOLVED: ReplyPlan & { text: string } = {
  text: "林小明您好：井盖已于当日更换。",
  resolution: "solved",
  promisedOn: null,
  display: "words",
  publicTitle: "路口的井盖松动",
  publicBody: "昌岗中路路口的井盖松动，晚上有车经过就响，请尽快修好。",
  publicReply: "您好：井盖已于当日更换。",
};

interface Answering {
  office: Person;
  handler: Person;
  reviewer: Person;
}

/** Assigns it to the handler's unit, and answers it by two people. */
export async function answerMessage(
  db: Database,
  now: Date,
  number: string,
  { office, handler, reviewer }: Answering,
  reply: Partial<ReplyPlan & { text: string }> = {},
): Promise<void> {
  const deps = { db, now };
  const unit = handler.rights[0]!.unit;
  await assignMessage(
    office,
    { number, version: null, unit, assisting: [], officer: null, reason: "按职责办理" },
    deps,
  );
  await tickAll(db, handler, number, now);
  await submitReply(handler, { number, version: null, ...SOLVED, ...reply }, deps);
  await approveReply(reviewer, { number, version: null, remark: null }, deps);
}

/** Says of every request of the message that the first paragraph answers it. */
export async function tickAll(db: Database, handler: Person, number: string, now: Date): Promise<void> {
  const message = await db.client.citizenMessage.findUniqueOrThrow({ where: { number } });
  const ticks = requestsIn(message).map((request) => ({ request: request.number, paragraph: 1, reason: null }));
  await tickRequests(handler, { number, ticks }, { db, now });
}

export function createLeader(db: Database): Promise<Person> {
  return createPerson(db, "区领导", [{ role: "leader", unit: "office" }]);
}

import type { IncomingMessage, Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { GUEST, type Actor } from "~/accounts/actor";
import { getActor } from "~/accounts/session.server";
import { mayWatchConsultation, mayWatchDesk, unitOfConsultation } from "~/consultations/watching.server";
import { mayWatchInterview, unitOfInterview } from "~/interviews/watching.server";
import { getClock } from "~/platform/clock.server";
import { desksOfMessage, mayWatchMessage } from "~/messages/watching.server";
import { basePath } from "~/ui/href";
import { getDatabase } from "~/platform/db.server";
import type { Env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { formatRecordedAt } from "~/timeline/event";
import { itemOfMessage } from "~/receipts/item";
import { holdsItem } from "~/receipts/receipt-cookie.server";
import { onCommitted, type CommittedEvent } from "~/timeline/transact.server";
import { onClockChange } from "./clock-announcements";
import { consultationOf, interviewOf } from "./page-tags";
import { isSameOrigin } from "./request-guards";

type ChangeKind = "state" | "count" | "comment_published" | "reply" | "assigned" | "corrected";

/** What an event means to a page that is open: all pages of its consultation or interview, or the desk's alone. */
const CHANGES: Record<string, { kind: ChangeKind; isPublic: boolean }> = {
  "comment.received": { kind: "count", isPublic: true },
  "comment.entered": { kind: "count", isPublic: true },
  "comment.published": { kind: "comment_published", isPublic: true },
  "comment.consent_withdrawn": { kind: "corrected", isPublic: true },
  "comment.erased": { kind: "corrected", isPublic: true },
  "comment.withheld": { kind: "state", isPublic: false },
  "comment.decided": { kind: "state", isPublic: false },
  "comment.objected": { kind: "state", isPublic: false },
  "comment.objection_decided": { kind: "comment_published", isPublic: true },
  "consultation.approved": { kind: "state", isPublic: true },
  "consultation.extended": { kind: "state", isPublic: true },
  "consultation.withdrawn": { kind: "state", isPublic: true },
  "consultation.outcome_published": { kind: "state", isPublic: true },
  "consultation.decided": { kind: "state", isPublic: true },
  "interview.announced": { kind: "state", isPublic: true },
  "interview.cancelled": { kind: "state", isPublic: true },
  "interview.ended": { kind: "state", isPublic: true },
  "interview.closed": { kind: "state", isPublic: true },
  "question.received": { kind: "count", isPublic: false },
  "question.shown": { kind: "comment_published", isPublic: true },
  "question.answered": { kind: "reply", isPublic: true },
  "question.answer_corrected": { kind: "corrected", isPublic: true },
  "question.declined": { kind: "state", isPublic: false },
};

/** What an event of a message means to whoever follows it; every other one is a change of state. */
const MESSAGE_CHANGES: Record<string, ChangeKind> = {
  "message.replied": "reply",
  "message.assigned": "assigned",
  "message.corrected": "corrected",
  "message.consent_withdrawn": "corrected",
  "message.erased": "corrected",
  "message.withheld": "corrected",
};
/** What stays between those at the desks. */
const INSIDE = [
  "message.noted",
  "message.escalated",
  "message.drafted",
  "message.correction_submitted",
  "message.correction_refused",
  "message.requests_ticked",
  "message.identity_opened",
  "message.handed_over",
  "message.stood_aside",
  "message.recused",
];

const MAX_TOPICS = 50;

/** Live updates: a page watches a topic, is told that something changed, and asks for the data itself. */
export function attachSockets(server: HttpServer, env: Env): Server {
  const io = new Server(server, {
    path: `${basePath()}/socket.io`,
    transports: ["websocket"],
    serveClient: false,
    maxHttpBufferSize: 4096,
    allowRequest: (request, decide) => decide(null, !request.headers.origin || isSameOrigin(request, env)),
  });
  io.on("connection", (socket) => {
    socket.on("watch", (topic: unknown, answer: unknown) => {
      if (typeof answer !== "function") return;
      watch(socket, topic).then(
        (reply) => (answer as (reply: unknown) => void)(reply),
        (error: unknown) => {
          log().error({ err: error });
          (answer as (reply: unknown) => void)({ ok: false, reason: "unavailable" });
        },
      );
    });
  });
  const stopListening = onCommitted(
    (events) => void tell(io, events).catch((error: unknown) => log().error({ err: error })),
  );
  onClockChange((topics, at) => {
    for (const topic of topics) emit(io, topic, "state", formatRecordedAt(at));
  });
  server.on("close", stopListening);
  return io;
}

/** Rights are asked at every `watch`, of the same predicates as the pages. Hidden and absent get the same answer. */
async function watch(socket: Socket, topic: unknown): Promise<{ ok: true } | { ok: false; reason: string }> {
  if (typeof topic !== "string" || topic.length > 200) return { ok: false, reason: "not_found" };
  if (socket.rooms.size > MAX_TOPICS) return { ok: false, reason: "too_many" };
  const [kind, id = ""] = topic.split(/:(.*)/s);
  const actor = await actorOf(socket.request);
  const isAllowed = await mayWatch(actor, kind ?? "", id, requestOf(socket.request));
  if (!isAllowed) return { ok: false, reason: "not_found" };
  await socket.join(topic);
  return { ok: true };
}

async function mayWatch(actor: Actor, kind: string, id: string, request: Request): Promise<boolean> {
  const db = getDatabase();
  if (kind === "consultation") return mayWatchConsultation(actor, id, { db });
  if (kind === "interview") return mayWatchInterview(actor, id, { db });
  if (kind === "message") return mayWatchMessage(actor, id, holdsItem(request, itemOfMessage(id)), { db });
  return kind === "desk" && mayWatchDesk(actor, id);
}

/** Rights end while a page is open: by signing out, suspension, another post. Those who lost theirs leave the desk. */
async function emitToDesk(io: Server, unit: string, kind: ChangeKind, at: string): Promise<void> {
  const topic = `desk:${unit}`;
  for (const id of io.sockets.adapter.rooms.get(topic) ?? []) {
    const socket = io.sockets.sockets.get(id);
    if (socket && !mayWatchDesk(await actorOf(socket.request), unit)) await socket.leave(topic);
  }
  emit(io, topic, kind, at);
}

/** Without an Origin the caller is not a page of this site: it is a guest, whatever its cookies say. */
async function actorOf(request: IncomingMessage): Promise<Actor> {
  if (!request.headers.origin) return GUEST;
  return getActor(requestOf(request), { db: getDatabase(), now: getClock().now() });
}

/** The cookies of a page of this site; none of whoever is no such page. */
function requestOf({ headers }: IncomingMessage): Request {
  return new Request("http://site/", { headers: { Cookie: (headers.origin && headers.cookie) ?? "" } });
}

async function tell(io: Server, events: CommittedEvent[]): Promise<void> {
  for (const event of events) {
    if (event.subject.kind === "message") await tellOfMessage(io, event);
    const change = changeOf(event);
    const place = placeOf(event);
    if (!change || !place) continue;
    if (change.isPublic) emit(io, place.topic, change.kind, event.at);
    const unit = io.sockets.adapter.rooms.size > 0 ? await place.unit() : null;
    if (unit) await emitToDesk(io, unit, change.kind, event.at);
  }
}

/** The topic of an event, and the unit whose desk it concerns. */
function placeOf(event: CommittedEvent): { topic: string; unit: () => Promise<string | null> } | null {
  const db = { db: getDatabase() };
  const slug = consultationOf(event);
  if (slug) return { topic: `consultation:${slug}`, unit: () => unitOfConsultation(slug, db) };
  const interview = interviewOf(event);
  return interview ? { topic: `interview:${interview}`, unit: () => unitOfInterview(interview, db) } : null;
}

/** Those who follow the message are asked again whether they may: a recusal ends what was allowed before. */
async function tellOfMessage(io: Server, { kind, at, subject }: CommittedEvent): Promise<void> {
  if (io.sockets.adapter.rooms.size === 0) return;
  const change = MESSAGE_CHANGES[kind] ?? "state";
  const topic = `message:${subject.id}`;
  const db = getDatabase();
  for (const id of io.sockets.adapter.rooms.get(topic) ?? []) {
    const socket = io.sockets.sockets.get(id);
    if (!socket) continue;
    const holdsReceipt = holdsItem(requestOf(socket.request), itemOfMessage(subject.id));
    const mayWatch = await mayWatchMessage(await actorOf(socket.request), subject.id, holdsReceipt, { db });
    if (!mayWatch) await socket.leave(topic);
  }
  if (!INSIDE.includes(kind)) emit(io, topic, change, at);
  for (const unit of await desksOfMessage(subject.id, { db })) await emitToDesk(io, unit, change, at);
}

function changeOf({ kind, payload }: CommittedEvent): { kind: ChangeKind; isPublic: boolean } | null {
  // What was shown and is withheld must leave open pages; that something unseen is withheld is nobody's business.
  const wasShown =
    payload !== null && typeof payload === "object" && "wasShown" in payload && payload.wasShown === true;
  if ((kind === "comment.withheld" || kind === "question.declined") && wasShown)
    return { kind: "corrected", isPublic: true };
  return CHANGES[kind] ?? (/^(consultation|interview)\./.test(kind) ? { kind: "state", isPublic: false } : null);
}

function emit(io: Server, topic: string, kind: ChangeKind, at: string): void {
  io.to(topic).emit("changed", { topic, kind, at });
}

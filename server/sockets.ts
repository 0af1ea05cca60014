import type { IncomingMessage, Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { GUEST, type Actor } from "~/accounts/actor";
import { getActor } from "~/accounts/session.server";
import { mayWatchConsultation, mayWatchDesk, unitOfConsultation } from "~/consultations/watching.server";
import { basePath } from "~/ui/href";
import { getDatabase } from "~/platform/db.server";
import type { Env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { formatRecordedAt } from "~/timeline/event";
import { onCommitted, type CommittedEvent } from "~/timeline/transact.server";
import { onClockChange } from "./clock-announcements";
import { consultationOf } from "./page-tags";
import { isSameOrigin } from "./request-guards";

type ChangeKind = "state" | "count" | "comment_published" | "corrected";

/** What an event means to a page that is open: all pages of its consultation, or the desk's alone. */
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
};

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
  onClockChange((slugs, at) => {
    for (const slug of slugs) emit(io, `consultation:${slug}`, "state", formatRecordedAt(at));
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
  const db = getDatabase();
  const isAllowed =
    kind === "consultation"
      ? await mayWatchConsultation(actor, id, { db })
      : kind === "desk" && mayWatchDesk(actor, id);
  if (!isAllowed) return { ok: false, reason: "not_found" };
  await socket.join(topic);
  return { ok: true };
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
  const headers = { Cookie: request.headers.cookie ?? "" };
  return getActor(new Request("http://site/", { headers }), { db: getDatabase() });
}

async function tell(io: Server, events: CommittedEvent[]): Promise<void> {
  for (const event of events) {
    const change = changeOf(event);
    const slug = consultationOf(event);
    if (!change || !slug) continue;
    if (change.isPublic) emit(io, `consultation:${slug}`, change.kind, event.at);
    const unit = io.sockets.adapter.rooms.size > 0 ? await unitOfConsultation(slug, { db: getDatabase() }) : null;
    if (unit) await emitToDesk(io, unit, change.kind, event.at);
  }
}

function changeOf({ kind, payload }: CommittedEvent): { kind: ChangeKind; isPublic: boolean } | null {
  // What was shown and is withheld must leave open pages; that something unseen is withheld is nobody's business.
  const wasShown =
    payload !== null && typeof payload === "object" && "wasShown" in payload && payload.wasShown === true;
  if (kind === "comment.withheld" && wasShown) return { kind: "corrected", isPublic: true };
  return CHANGES[kind] ?? (kind.startsWith("consultation.") ? { kind: "state", isPublic: false } : null);
}

function emit(io: Server, topic: string, kind: ChangeKind, at: string): void {
  io.to(topic).emit("changed", { topic, kind, at });
}

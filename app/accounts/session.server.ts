import type { Client, Deps } from "~/platform/db.server";
import { notFound, PRIVATE, seeOther } from "~/platform/http.server";
import { sha256 } from "~/platform/ids.server";
import { href } from "~/ui/href";
import { GUEST, isStaff, type Actor, type Person } from "./actor";
import { newSessionId, sessionIdOf } from "./session-cookie.server";
import {
  deleteEndedSessions,
  deleteSession,
  findSession,
  insertSession,
  touchSession,
  type SessionRecord,
} from "./store.server";

const MINUTE = 60_000;

/** A session ends after two hours without a request, and in any case after a working day. House settings. */
export const IDLE_MS = 120 * MINUTE;
export const LIFETIME_MS = 12 * 60 * MINUTE;

/** How old the last sign of life may grow before it is written again: not each request is worth a write. */
const TOUCH_AFTER_MS = 5 * MINUTE;

/**
 * Who sends the request: the person of its session, or a guest. Unknown, forged and ended sessions and those of
 * suspended accounts are guests. Sessions live by the real clock, never by the domain's, which decides whose deputy
 * the person is.
 */
export async function getActor(request: Request, { db, now }: Deps, realNow = new Date()): Promise<Actor> {
  const id = sessionIdOf(request);
  if (!id) return GUEST;
  const session = await findSession(db.client, sha256(id), now);
  if (!session || hasEnded(session, realNow) || session.account.isSuspended) return GUEST;
  if (realNow.getTime() - session.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
    await touchSession(db.client, session.idHash, realNow);
  }
  return session.account.person;
}

/** The person signed in. A guest is sent to sign in (303), a guest's post is answered 401. */
export async function requirePerson(request: Request, deps: Deps, realNow = new Date()): Promise<Person> {
  const actor = await getActor(request, deps, realNow);
  if (actor.kind === "person") return actor;
  if (request.method !== "GET" && request.method !== "HEAD")
    throw new Response(null, { status: 401, headers: PRIVATE });
  const { pathname, search } = new URL(request.url);
  throw seeOther(`${href("/sign-in")}?next=${encodeURIComponent(pathname + search)}`, PRIVATE);
}

/** A person with at least one right; to others signed in the page does not exist (404). */
export async function requireStaff(request: Request, deps: Deps, realNow = new Date()): Promise<Person> {
  const person = await requirePerson(request, deps, realNow);
  if (!isStaff(person)) throw notFound();
  return person;
}

/** Opens a session under a new id and ends the one that the request came with. Returns the id for the cookie. */
export async function openSession(client: Client, request: Request, person: Person, realNow: Date): Promise<string> {
  await endSession(client, request);
  const id = newSessionId();
  const expiresAt = new Date(realNow.getTime() + LIFETIME_MS);
  const { accountId } = person;
  await insertSession(client, { idHash: sha256(id), accountId, createdAt: realNow, lastSeenAt: realNow, expiresAt });
  return id;
}

export async function endSession(client: Client, request: Request): Promise<void> {
  const id = sessionIdOf(request);
  if (id) await deleteSession(client, sha256(id));
}

/** Housekeeping: removes the sessions that ended by themselves; returns their number. */
export async function removeEndedSessions({ db }: Pick<Deps, "db">, realNow: Date): Promise<number> {
  return deleteEndedSessions(db.client, realNow, new Date(realNow.getTime() - IDLE_MS));
}

function hasEnded({ expiresAt, lastSeenAt }: SessionRecord, now: Date): boolean {
  return now >= expiresAt || now.getTime() - lastSeenAt.getTime() >= IDLE_MS;
}

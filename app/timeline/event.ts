import type { Actor } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Subject {
  kind: string;
  id: string;
}

/**
 * What a verb reports. The payload holds ids, codes, numbers and salted digests, never a person's words: content can
 * then be erased and the chain stays valid.
 */
export interface NewEvent {
  /** noun.past-participle, e.g. "comment.received" */
  kind: string;
  subject: Subject;
  actor: Actor;
  /** The stated day of what happened elsewhere or earlier; `at` always says when it was recorded. */
  happenedOn?: PlainDate;
  payload: Json;
}

/** An event after its transaction is durable. */
export interface CommittedEvent {
  seq: number;
  at: string;
  happenedOn: PlainDate | null;
  actorKind: Actor["kind"];
  actorId: string | null;
  kind: string;
  subject: Subject;
  payload: Json;
  hash: string;
}

/** One row of the timeline, as stored and as hashed. */
export interface TimelineRow {
  seq: number;
  at: string;
  happenedOn: string | null;
  actorKind: string;
  actorId: string | null;
  kind: string;
  subjectKind: string;
  subjectId: string;
  payload: string;
  previousHash: string;
  hash: string;
}

/**
 * The exact text that is hashed after the previous hash: every stored field but the two hashes, the payload as the
 * text that is stored, so that checking needs no second rendering of it.
 */
export function canonicalFields(row: Omit<TimelineRow, "previousHash" | "hash">): string {
  const { seq, at, happenedOn, actorKind, actorId, kind, subjectKind, subjectId, payload } = row;
  // In the order of the names, all of them plain: what canonicalJson says of them, at a fraction of the work.
  return JSON.stringify({ actorId, actorKind, at, happenedOn, kind, payload, seq, subjectId, subjectKind });
}

/** JSON with sorted keys and no blanks; refuses what JSON cannot say, instead of dropping it silently. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") return canonicalObject(value as { readonly [key: string]: Json });
  if (!isScalar(value)) throw new TypeError(`A timeline event cannot hold ${describe(value)}.`);
  return JSON.stringify(value);
}

function canonicalObject(value: { readonly [key: string]: Json }): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`A timeline event cannot hold ${describe(value)}.`);
  }
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${members.join(",")}}`;
}

function isScalar(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "boolean" || typeof value === "string";
}

function describe(value: unknown): string {
  return typeof value === "object" ? `an object of ${value?.constructor.name ?? "no class"}` : String(value);
}

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** RFC 3339 with milliseconds and +08:00; China has had no summer time since 1992, so the offset is fixed. */
export function formatRecordedAt(now: Date): string {
  return new Date(now.getTime() + SHANGHAI_OFFSET_MS).toISOString().replace("Z", "+08:00");
}

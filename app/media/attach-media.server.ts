import type { Client, Deps, Tx } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import type { MediaFile } from "./media-file";
import {
  clearSubject,
  listMedia,
  setPublic,
  setSubject,
  type MediaSubject,
  type StoredMedia,
} from "./media-store.server";
import { because } from "./reasons";

/**
 * Ties files of the unit's media to what shows them, in the caller's transaction. A file is shown by one subject.
 * Refusal: `media_gone` when one of them is not this unit's, is shown elsewhere, or was taken away meanwhile.
 */
export async function attachMedia(
  tx: Tx,
  ids: readonly string[],
  unitCode: string,
  subject: MediaSubject,
): Promise<void> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return;
  if ((await setSubject(tx, asked, unitCode, subject)) !== asked.length) {
    throw new Refused([because("media_gone", "media")]);
  }
}

/** Gives a file back to the unit's media; it is no longer public. Refusal: `media_gone` when the subject has no such file. */
export async function detachMedia(tx: Tx, id: string, subject: MediaSubject): Promise<void> {
  if (!(await clearSubject(tx, id, subject))) throw new Refused([because("media_gone", "media")]);
}

/** Makes the files of a subject public together with it, or hides them with it. */
export function showMedia(tx: Tx, subject: MediaSubject, isPublic: boolean): Promise<void> {
  return setPublic(tx, subject, isPublic);
}

const MOST_OF_ONE = 50;

/** The files of a subject with all that its page shows of them. Whoever asks has checked the right to the subject. */
export async function mediaOf({ db }: Pick<Deps, "db">, subject: MediaSubject): Promise<MediaFile[]> {
  const where = { subjectKind: subject.kind, subjectId: subject.id };
  const { items } = await listMedia(db.client, where, { page: 1, pageSize: MOST_OF_ONE });
  return items.map(publicPart);
}

/** The file of each of these subjects that has one, for subjects that show one at most. */
export async function mediaBySubject(
  client: Client,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, MediaFile>> {
  if (ids.length === 0) return new Map();
  const where = { subjectKind: kind, subjectId: { in: [...ids] } };
  const { items } = await listMedia(client, where, { page: 1, pageSize: ids.length });
  return new Map(items.map((media) => [media.subjectId!, publicPart(media)]));
}

const MOST_CHOICES = 200;

/** The unit's files that nothing shows yet, the newest first. Whoever asks has checked the right to the unit. */
export async function unusedMedia(client: Client, unitCode: string): Promise<MediaFile[]> {
  const { items } = await listMedia(client, { unitCode, subjectKind: null }, { page: 1, pageSize: MOST_CHOICES });
  return items.map(publicPart);
}

function publicPart(media: StoredMedia): MediaFile {
  const { id, kind, title, mediaType, size, durationMs, width, height, isAnimated } = media;
  const { hasStill, captions, transcript, textAlternative, corrections } = media;
  const readable = { hasStill, captions, transcript, textAlternative, corrections };
  return { id, kind, title, mediaType, size, durationMs, width, height, isAnimated, ...readable };
}

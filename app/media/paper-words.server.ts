import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, type AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { enterPaper, paperToVerify, refusePaper, subjectOfPaper, type PaperInput } from "~/reviews/paper.server";
import { signersOf, type Signers } from "~/reviews/paper-signers.server";
import { paperLines } from "~/reviews/read-sheet.server";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { signWords, type PlaceOf } from "./change-words.server";
import type { ShownPapers } from "~/reviews/sheet-view";
import { findMedia, type StoredMedia } from "./media-store.server";
import { mayRecordPaper } from "./permissions";
import { because } from "./reasons";
import { findWaitingWords, type WordsRecord } from "./words-store.server";

const KIND = "media";
const PART = "words";

/**
 * Enters from paper that the approver signed a correction, with the scan; it counts once another person of the unit
 * verifies it. Refusals: `not_found` outside the unit, `no_words_waiting`, those of the entry itself.
 */
export async function enterWordsPaper(
  actor: Actor,
  { media, ...input }: PaperInput & { media: string },
  deps: Deps,
): Promise<void> {
  const { unitCode } = own(actor, await findMedia(deps.db.client, media));
  const signers = await approversOf(unitCode, deps);
  await record(actor, media, "paper_entered", deps, async (tx, asked) => ({
    ...(await enterPaper(tx, asked, subjectOf(media), input, { signers, now: deps.now })),
  }));
}

/** A second person sends back what does not agree with its scan. */
export function refuseWordsPaper(
  actor: Actor,
  { media, ...input }: { media: string; id: number; reason: string },
  deps: Deps,
): Promise<void> {
  return record(actor, media, "paper_refused", deps, (tx, asked) =>
    refusePaper(tx, asked, input, subjectOf(media), deps.now),
  );
}

/** A second person has compared the entry with its scan: the correction is signed now, by whoever signed the paper. */
export async function verifyWordsPaper(
  actor: Actor,
  { media, id }: { media: string; id: number },
  placeOf: PlaceOf,
  deps: Deps,
): Promise<void> {
  own(actor, await findMedia(deps.db.client, media));
  const { writtenAt, number } = requireWaiting(await findWaitingWords(deps.db.client, media));
  const asked = await withCounterparts(deps.db.client, actor, { kind: KIND, id: media });
  const { act: _act, ...paper } = await paperToVerify(asked, { id, submittedAt: writtenAt }, subjectOf(media), deps);
  await signWords(actor, { id: media, paper, words: number }, placeOf, deps);
}

/** What the page of a file shows its unit of signatures on paper; null when there are none and none may be entered. */
export async function wordsPapers(
  actor: Actor,
  { id, unitCode }: StoredMedia,
  isWaiting: boolean,
  deps: Deps,
): Promise<ShownPapers | null> {
  if (!mayRecordPaper(actor, unitCode)) return null;
  const lines = await paperLines({ kind: KIND, id }, deps);
  if (!isWaiting && lines.length === 0) return null;
  return {
    ...{ lines, part: isWaiting ? PART : null, accept: ACCEPTED_ENDINGS, maxBytes: MAX_FILE_BYTES },
    signers: isWaiting ? await approversOf(unitCode, deps) : null,
  };
}

/** The scan, for the unit's own people; null as for what does not exist. */
export async function readableWordsPaper(id: string, actor: Actor, deps: Deps): Promise<AttachmentRecord | null> {
  const file = await attachmentById(deps, id);
  const subject = file && file.paperId !== null ? await subjectOfPaper(deps, file.paperId) : null;
  if (subject?.kind !== KIND) return null;
  const media = await findMedia(deps.db.client, subject.id);
  return media && mayRecordPaper(actor, media.unitCode) ? file : null;
}

async function approversOf(unitCode: string, deps: Deps): Promise<Signers> {
  return { approve: (await signersOf(unitCode, deps)).approve };
}

type Write = (tx: Tx, asked: Actor) => Promise<{ [key: string]: Json }>;

function record(actor: Actor, id: string, event: string, deps: Deps, write: Write): Promise<void> {
  return transact(deps, async (tx, keep) => {
    const { unitCode } = own(actor, await findMedia(tx, id));
    requireWaiting(await findWaitingWords(tx, id));
    const subject = { kind: KIND, id };
    const payload = await write(tx, await withCounterparts(tx, actor, subject));
    keep({ kind: `${KIND}.${event}`, subject, actor, payload: { unit: unitCode, ...payload } });
  });
}

function own(actor: Actor, media: StoredMedia | null): StoredMedia {
  if (!media || !mayRecordPaper(actor, media.unitCode)) throw refuseAsNotFound();
  return media;
}

function requireWaiting(waiting: WordsRecord | null): WordsRecord {
  if (!waiting) throw new Refused([because("no_words_waiting")]);
  return waiting;
}

function subjectOf(id: string) {
  return { kind: KIND, id, part: PART };
}

import { accountIdOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import type { PaperSignOff } from "~/reviews/paper.server";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { readCaptions } from "./captions";
import { correctionRefusals, wordsRefusals, type Words } from "./media-words";
import { findMedia, type MediaSubject, type StoredMedia } from "./media-store.server";
import { mayAddMedia, maySignWords } from "./permissions";
import { because } from "./reasons";
import { decideWords, findWaitingWords, insertWords, replaceWords } from "./words-store.server";

/** What the domain that shows a file says of the place: whether it may be written now, and what its event names. */
export type PlaceOf = (
  tx: Tx,
  subject: MediaSubject,
) => Promise<{ isOpen: boolean; payload: { [key: string]: Json } } | null>;

/**
 * Writes captions, transcript or text alternative of a stored file anew. What nobody outside reads changes at once; of a
 * public file it is a correction with its 更正说明, which counts once another person has signed it. Refusals: `not_found`
 * without the right, those of the captions with their line, `words_wait`, `words_under_review`, `words_unchanged`.
 */
export function changeWords(
  actor: Actor,
  { id, note, ...typed }: Words & { id: string; note: string | null },
  placeOf: PlaceOf,
  deps: Deps,
): Promise<void> {
  return transact(deps, async (tx, record) => {
    const media = await findMedia(tx, id);
    if (!media || !mayAddMedia(actor, media.unitCode)) throw refuseAsNotFound();
    const place = await placeOfMedia(tx, media, placeOf);
    const read = typed.captions === null ? null : readCaptions(typed.captions);
    const words = { ...typed, captions: read && read.captions };
    const facts = { ...media, isOpen: place.isOpen, waiting: await findWaitingWords(tx, id) };
    requireNone(read && read.reasons.length > 0 ? read.reasons : wordsRefusals(facts, words, note));
    const written = { writtenById: accountIdOf(actor)!, writtenAt: deps.now };
    const isCorrection = media.isPublic;
    const number = await insertWords(tx, media, {
      ...words,
      ...written,
      isCorrection,
      note: isCorrection ? note : null,
    });
    if (!isCorrection) await replaceWords(tx, id, words);
    const kind = isCorrection ? "media.correction_proposed" : "media.words_changed";
    record({ kind, subject: { kind: "media", id }, actor, payload: { unit: media.unitCode, words: number } });
  });
}

/**
 * The approver, who did not write the correction, signs it, here or on paper that two others recorded: the public reads it
 * from now on, and that it is one.
 */
export function signWords(
  actor: Actor,
  { id, paper, words }: Omit<Decision, "isSigned">,
  placeOf: PlaceOf,
  deps: Deps,
): Promise<void> {
  return decide(actor, { id, paper, words, isSigned: true }, placeOf, deps);
}

/** The correction is not taken; the words stay as they are. */
export function refuseWords(actor: Actor, id: string, placeOf: PlaceOf, deps: Deps): Promise<void> {
  return decide(actor, { id, isSigned: false }, placeOf, deps);
}

interface Decision {
  id: string;
  isSigned: boolean;
  /** It was signed on paper: by its signer, whom the actor, who compared it with the scan, only vouches for. */
  paper?: PaperSignOff;
  /** The version that was compared with its paper: another may have been written since. */
  words?: number;
}

function decide(actor: Actor, { id, isSigned, paper, words }: Decision, placeOf: PlaceOf, deps: Deps): Promise<void> {
  const signer = paper?.signer ?? actor;
  return transact(deps, async (tx, record) => {
    const media = await findMedia(tx, id);
    if (!media || !maySignWords(signer, media.unitCode)) throw refuseAsNotFound();
    await paper?.settle(tx);
    const waiting = await findWaitingWords(tx, id);
    const asked = await withCounterparts(tx, signer, { kind: "media", id });
    requireNone(correctionRefusals({ waiting }, asked));
    const { captions, transcript, textAlternative, number } = waiting!;
    if (words !== undefined && words !== number) throw new Refused([because("no_words_waiting")]);
    await decideWords(tx, waiting!.id, { decidedById: accountIdOf(signer)!, decidedAt: deps.now, isSigned });
    if (isSigned) await replaceWords(tx, id, { captions, transcript, textAlternative });
    const place = await placeOfMedia(tx, media, placeOf);
    // By the material that shows it, so that its kept page is made anew.
    const isShown = isSigned && media.subjectKind !== null && media.subjectId !== null;
    const subject = isShown ? { kind: media.subjectKind!, id: media.subjectId! } : { kind: "media", id };
    const kind = isShown
      ? `${subject.kind}.media_corrected`
      : isSigned
        ? "media.corrected"
        : "media.correction_refused";
    const payload = { ...place.payload, unit: media.unitCode, media: id, words: number };
    const onPaper = paper && { paper: paper.id, signer: paper.signer.accountId };
    record({ kind, subject, actor, happenedOn: paper?.statedOn, payload: { ...payload, ...onPaper } });
  });
}

async function placeOfMedia(tx: Tx, { subjectKind, subjectId }: StoredMedia, placeOf: PlaceOf) {
  if (subjectKind === null || subjectId === null) return { isOpen: true, payload: {} };
  return (await placeOf(tx, { kind: subjectKind, id: subjectId })) ?? { isOpen: false, payload: {} };
}

import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, type AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { enterPaper, paperToVerify, refusePaper, subjectOfPaper, type PaperInput } from "~/reviews/paper.server";
import { signersOf, type Signers } from "~/reviews/paper-signers.server";
import { paperLines } from "~/reviews/read-sheet.server";
import type { Json } from "~/timeline/event";
import { lastOfKind } from "~/timeline/queries.server";
import { transact } from "~/timeline/transact.server";
import { passNomination } from "./change-nomination.server";
import type { ShownPapers } from "~/reviews/sheet-view";
import { findNomination, type NominationRecord } from "./nomination-store.server";
import { worksOn } from "./permissions";
import { because } from "./reasons";
import { readRound, roundState, type RoundFacts } from "./round";
import { findRound, lockRound } from "./round-store.server";

const KIND = "nomination";
const PART = "pass";

/**
 * Enters what the unit's second person signed on paper, with its scan; it counts once another person of the unit verifies
 * it. Refusals: `not_found` outside the unit, `nomination_not_possible` when nothing waits for a signature, those of the
 * entry itself.
 */
export async function enterNominationPaper(
  actor: Actor,
  { nomination, ...input }: PaperInput & { nomination: number },
  deps: Deps,
): Promise<void> {
  const { unitCode } = own(actor, await findNomination(deps.db.client, nomination));
  const signers = await secondPeopleOf(unitCode, deps);
  await record(actor, nomination, "paper_entered", deps, async (tx, asked) => ({
    ...(await enterPaper(tx, asked, subjectOf(nomination), input, { signers, now: deps.now })),
  }));
}

/** A second person sends back what does not agree with its scan. */
export function refuseNominationPaper(
  actor: Actor,
  { nomination, ...input }: { nomination: number; id: number; reason: string },
  deps: Deps,
): Promise<void> {
  return record(actor, nomination, "paper_refused", deps, (tx, asked) =>
    refusePaper(tx, asked, input, subjectOf(nomination), deps.now),
  );
}

/** A second person has compared the entry with its scan: the nomination is passed now, by whoever signed the paper. */
export async function verifyNominationPaper(
  actor: Actor,
  { nomination, id }: { nomination: number; id: number },
  deps: Deps,
): Promise<void> {
  const found = own(actor, await findNomination(deps.db.client, nomination));
  requireWaiting(found, await findRound(deps.db.client, found.roundKey), deps);
  const subject = { kind: KIND, id: String(nomination) };
  const asked = await withCounterparts(deps.db.client, actor, subject);
  const sent = await lastOfKind(deps, "nomination.submitted", KIND, [subject.id]);
  const submittedAt = sent.get(subject.id) ?? null;
  const { act: _act, ...paper } = await paperToVerify(asked, { id, submittedAt }, subjectOf(nomination), deps);
  await passNomination(actor, { number: nomination, version: null, paper }, deps);
}

/** What the page of a nomination shows its unit of signatures on paper; null when there are none and none may be entered. */
export async function nominationPapers(
  actor: Actor,
  found: NominationRecord,
  round: RoundFacts | null,
  deps: Deps,
): Promise<ShownPapers | null> {
  if (!worksOn(actor, found)) return null;
  const lines = await paperLines({ kind: KIND, id: String(found.number) }, deps);
  const mayEnter = isWaiting(found, round, deps);
  if (!mayEnter && lines.length === 0) return null;
  return {
    ...{ lines, part: mayEnter ? PART : null, accept: ACCEPTED_ENDINGS, maxBytes: MAX_FILE_BYTES },
    signers: mayEnter ? await secondPeopleOf(found.unitCode, deps) : null,
  };
}

/** The scan, for the unit's own people; null as for what does not exist. */
export async function readableNominationPaper(id: string, actor: Actor, deps: Deps): Promise<AttachmentRecord | null> {
  const file = await attachmentById(deps, id);
  const subject = file && file.paperId !== null ? await subjectOfPaper(deps, file.paperId) : null;
  if (subject?.kind !== KIND) return null;
  const found = await findNomination(deps.db.client, Number(subject.id));
  return found && worksOn(actor, found) ? file : null;
}

/** The unit's second person is its reviewer or its approver. */
async function secondPeopleOf(unitCode: string, deps: Deps): Promise<Signers> {
  const { pass, approve } = await signersOf(unitCode, deps);
  return { pass: [...pass, ...approve.filter(({ id }) => !pass.some((one) => one.id === id))] };
}

type Write = (tx: Tx, asked: Actor) => Promise<{ [key: string]: Json }>;

async function record(actor: Actor, number: number, event: string, deps: Deps, write: Write): Promise<void> {
  const { roundKey } = own(actor, await findNomination(deps.db.client, number));
  await transact(deps, async (tx, keep) => {
    const round = await lockRound(tx, deps.db.engine, roundKey);
    requireWaiting((await findNomination(tx, number))!, round, deps);
    const subject = { kind: KIND, id: String(number) };
    const payload = await write(tx, await withCounterparts(tx, actor, subject));
    keep({ kind: `${KIND}.${event}`, subject, actor, payload: { round: roundKey, ...payload } });
  });
}

function own(actor: Actor, found: NominationRecord | null): NominationRecord {
  if (!found || !worksOn(actor, found)) throw refuseAsNotFound();
  return found;
}

function requireWaiting(found: NominationRecord, round: RoundFacts | null, deps: Deps): void {
  if (!isWaiting(found, round, deps)) throw new Refused([because("nomination_not_possible")]);
}

function isWaiting({ state, roundKey }: NominationRecord, facts: RoundFacts | null, { now }: Deps): boolean {
  return state === "in_review" && roundState(readRound(roundKey)!, facts, plainDateOf(now)) === "collecting";
}

function subjectOf(number: number) {
  return { kind: KIND, id: String(number), part: PART };
}

import type { Actor } from "~/accounts/actor";
import { peopleWith } from "~/accounts/queries.server";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, type AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import {
  approvalAmong,
  enterPaper,
  paperToVerify,
  refusePaper,
  subjectOfPaper,
  verifiedPapersOf,
  type ApprovalPaper,
  type PaperInput,
} from "~/reviews/paper.server";
import { leadersOf, type Signers } from "~/reviews/paper-signers.server";
import { paperLines } from "~/reviews/read-sheet.server";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { officeUnit } from "~/units/queries.server";
import { signSelection } from "./change-round.server";
import type { ShownPapers } from "~/reviews/sheet-view";
import { mayRecordPaper, maySeeRounds } from "./permissions";
import { because } from "./reasons";
import { readRound, roundState, type Round } from "./round";
import { findRound, lockRound, type RoundRecord } from "./round-store.server";
import { isRoundActPossible } from "./selection";

const KIND = "nomination_round";
const PART = "selection";

/**
 * The office enters the signature of the list from its 签批件, with the scan; it counts once another person verifies it.
 * Refusals: `not_found` for all but the office, `round_not_possible` when no list waits for its signature, those of the
 * entry itself.
 */
export async function enterRoundPaper(
  actor: Actor,
  { round, ...input }: PaperInput & { round: string },
  deps: Deps,
): Promise<void> {
  const signers = await signersOfRounds(deps);
  await record(actor, round, "paper_entered", deps, async (tx, asked) => ({
    ...(await enterPaper(tx, asked, subjectOf(round), input, { signers, now: deps.now })),
  }));
}

/** A second person sends back what does not agree with its scan. */
export function refuseRoundPaper(
  actor: Actor,
  { round, ...input }: { round: string; id: number; reason: string },
  deps: Deps,
): Promise<void> {
  return record(actor, round, "paper_refused", deps, (tx, asked) =>
    refusePaper(tx, asked, input, subjectOf(round), deps.now),
  );
}

/** A second person has compared the entry with its scan: the list is signed now, by whoever signed the paper. */
export async function verifyRoundPaper(
  actor: Actor,
  { round: key, id }: { round: string; id: number },
  deps: Deps,
): Promise<void> {
  const round = requireRound(actor, key, deps);
  const facts = waiting(round, await findRound(deps.db.client, key), deps);
  const asked = await withCounterparts(deps.db.client, actor, { kind: KIND, id: key });
  const { act: _act, ...paper } = await paperToVerify(
    asked,
    { id, submittedAt: facts.submittedAt },
    subjectOf(key),
    deps,
  );
  await signSelection(actor, { round: key, version: null, paper }, deps);
}

/** What the office's page of a round shows of signatures on paper; null when there are none and none may be entered. */
export async function roundPapers(
  actor: Actor,
  round: Round,
  facts: RoundRecord,
  deps: Deps,
): Promise<ShownPapers | null> {
  const lines = await paperLines({ kind: KIND, id: round.key }, deps);
  const isWaiting = isListWaiting(round, facts, deps);
  const mayEnter = isWaiting && mayRecordPaper(actor);
  if (!mayEnter && lines.length === 0) return null;
  return {
    ...{ lines, part: isWaiting ? PART : null, accept: ACCEPTED_ENDINGS, maxBytes: MAX_FILE_BYTES },
    signers: mayEnter ? await signersOfRounds(deps) : null,
  };
}

/** Whether a list waits of which the office may verify a signature on paper. */
export function mayVerifyAt(actor: Actor, round: Round, facts: RoundRecord, deps: Deps): boolean {
  return mayRecordPaper(actor) && isListWaiting(round, facts, deps);
}

/** The paper by which the list of a round was signed; null when it was signed here. */
export async function paperOfRound(
  { db }: Pick<Deps, "db">,
  { key, signedAt }: Pick<RoundRecord, "key" | "signedAt">,
): Promise<ApprovalPaper | null> {
  const papers = (await verifiedPapersOf({ db }, KIND, [key])).get(key) ?? [];
  return approvalAmong(papers, { part: PART, at: signedAt });
}

/** The scan, for those who select and sign; null as for what does not exist. */
export async function readableRoundPaper(id: string, actor: Actor, deps: Deps): Promise<AttachmentRecord | null> {
  const file = await attachmentById(deps, id);
  if (!file || file.paperId === null) return null;
  const isOfRound = (await subjectOfPaper(deps, file.paperId))?.kind === KIND;
  return isOfRound && maySeeRounds(actor, await officeUnit(deps.db.client)) ? file : null;
}

/** One signature: a district leader's, or that of whoever approves in the open-government office. */
async function signersOfRounds(deps: Deps): Promise<Signers> {
  const office = await officeUnit(deps.db.client);
  const approvers = office === null ? [] : await peopleWith(deps, "approver", office);
  const own = approvers.map(({ accountId, name }) => ({ id: accountId, name }));
  const all = [...(await leadersOf(deps)).agree, ...own];
  return { approve: all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index) };
}

type Write = (tx: Tx, asked: Actor) => Promise<{ [key: string]: Json }>;

function record(actor: Actor, key: string, event: string, deps: Deps, write: Write): Promise<void> {
  const round = requireRound(actor, key, deps);
  return transact(deps, async (tx, keep) => {
    waiting(round, await lockRound(tx, deps.db.engine, key), deps);
    const subject = { kind: KIND, id: key };
    const payload = await write(tx, await withCounterparts(tx, actor, subject));
    keep({ kind: `${KIND}.${event}`, subject, actor, payload });
  });
}

function requireRound(actor: Actor, key: string, { now }: Deps): Round {
  const round = readRound(key);
  if (!round || round.opensOn > plainDateOf(now) || !mayRecordPaper(actor)) throw refuseAsNotFound();
  return round;
}

function waiting(round: Round, facts: RoundRecord | null, deps: Deps): RoundRecord {
  if (!facts || !isListWaiting(round, facts, deps)) throw new Refused([because("round_not_possible")]);
  return facts;
}

function isListWaiting(round: Round, facts: RoundRecord, { now }: Deps): boolean {
  return isRoundActPossible("sign", facts, roundState(round, facts, plainDateOf(now)));
}

function subjectOf(key: string) {
  return { kind: KIND, id: key, part: PART };
}

import type { Actor } from "~/accounts/actor";
import type { AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import type { Client, Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import {
  enterPaper,
  paperToVerify,
  refusePaper,
  subjectOfPaper,
  type PaperInput,
  type PaperSignOff,
} from "~/reviews/paper.server";
import type { PaperAct } from "~/reviews/paper-signature";
import { leadersOf, supervisorsOf } from "~/reviews/paper-signers.server";
import type { SheetSubject } from "~/reviews/release-sheet";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { recheckInterpretation } from "./check-quality.server";
import { paperPlaceOf, type PaperPlace } from "./paper-place";
import { caseFacts, withCaseCounterparts } from "./perform-quality-act.server";
import { mayRecordPaper, maySeeQuality } from "./permissions";
import { findCase, lockCase, type CaseRecord } from "./quality-store.server";
import { because } from "./reasons";
import { decideQualityReport } from "./report-quality.server";
import type { Outcome, Sheet } from "./sheet";

/**
 * The office enters what a leader decided on a 批示件, or the second check that one of its own signed on paper, with the
 * scan; it counts once another person verifies it.
 */
export async function enterPaperDecision(
  actor: Actor,
  { slug, ...input }: PaperInput & { slug: string },
  deps: Deps,
): Promise<void> {
  const all = { report: await leadersOf(deps), recheck: await supervisorsOf(deps) };
  await record(actor, slug, "quality.paper_entered", deps, async ({ tx, asked, place }) => {
    const signers = all[place.what];
    return { ...(await enterPaper(tx, asked, subjectOf(slug, place), input, { signers, now: deps.now })) };
  });
}

/** A second person sends back what does not agree with its scan. */
export function refusePaperDecision(
  actor: Actor,
  { slug, ...input }: { slug: string; id: number; reason: string },
  deps: Deps,
): Promise<void> {
  return record(actor, slug, "quality.paper_refused", deps, ({ tx, asked, place }) =>
    refusePaper(tx, asked, input, subjectOf(slug, place), deps.now),
  );
}

/** Which paper of the case waits. Refusals: `not_found` for all but the office, `quality_not_possible` when none does. */
export async function paperPlaceAt(actor: Actor, slug: string, deps: Deps): Promise<PaperPlace> {
  return (await waiting(deps.db.client, actor, await findCase(deps.db.client, slug), deps)).place;
}

/**
 * A second person has compared the entry with its scan: the leader's decision is recorded now, with its stated day beside
 * it. All rules of the decision hold for the leader. Refusal: `paper_words_missing` for a no without the leader's words.
 */
export async function verifyPaperDecision(
  actor: Actor,
  { slug, id, words }: { slug: string; id: number; words: string | null },
  deps: Deps,
): Promise<void> {
  const { act, ...paper } = await compared(actor, { slug, id }, "report", deps);
  const isApproved = act === "agree";
  if (!isApproved && words === null) throw new Refused([{ code: "paper_words_missing", field: "words" }]);
  await decideQualityReport(actor, { slug, isApproved, reason: words, paper }, deps);
}

/**
 * A second person has compared the entry with its scan and copies its sheet: the second check is made now, by whoever
 * signed it. All rules of the second check hold for the signer. Refusals: `paper_outcome_differs` when the sheet says
 * otherwise than the entry, `paper_before_submission` for what was signed before the unit answered.
 */
export async function verifyPaperRecheck(
  actor: Actor,
  { slug, id, ...check }: { slug: string; id: number; sheet: Sheet; outcome: Outcome; note: string | null },
  deps: Deps,
): Promise<void> {
  const { act, ...paper } = await compared(actor, { slug, id }, "recheck", deps);
  if ((act === "agree") !== (check.outcome !== "weak"))
    throw new Refused([because("paper_outcome_differs", "outcome")]);
  if (check.outcome === "weak" && check.note === null) throw new Refused([because("quality_note_missing", "words")]);
  await recheckInterpretation(actor, { slug, ...check, paper }, deps);
}

/** The scan, for whoever sees the sheets of quality; null as for what does not exist. */
export async function readableQualityPaper(id: string, actor: Actor, deps: Deps): Promise<AttachmentRecord | null> {
  const file = maySeeQuality(actor) ? await attachmentById(deps, id) : null;
  if (!file || file.paperId === null) return null;
  return (await subjectOfPaper(deps, file.paperId))?.kind === "quality" ? file : null;
}

async function compared(
  actor: Actor,
  { slug, id }: { slug: string; id: number },
  what: PaperPlace["what"],
  deps: Deps,
): Promise<PaperSignOff & { act: PaperAct }> {
  const { client } = deps.db;
  const { found, place } = await waiting(client, actor, await findCase(client, slug), deps);
  if (place.what !== what) throw new Refused([because("quality_not_possible")]);
  const asked = await withCaseCounterparts(client, actor, found);
  const submittedAt = what === "recheck" ? found.order!.answeredAt : null;
  return paperToVerify(asked, { id, submittedAt }, subjectOf(slug, place), deps);
}

type Write = (context: { tx: Tx; asked: Actor; place: PaperPlace }) => Promise<{ [key: string]: Json }>;

function record(actor: Actor, slug: string, kind: string, deps: Deps, write: Write): Promise<void> {
  return transact(deps, async (tx, keep) => {
    const { found, place } = await waiting(tx, actor, await lockCase(tx, deps.db.engine, slug), deps);
    const asked = await withCaseCounterparts(tx, actor, found);
    const payload = await write({ tx, asked, place });
    keep({ kind, subject: { kind: "quality", id: slug }, actor, payload: { policy: slug, ...payload } });
  });
}

async function waiting(
  client: Client,
  actor: Actor,
  found: CaseRecord | null,
  { now }: Deps,
): Promise<{ found: CaseRecord; place: PaperPlace }> {
  if (!found || !mayRecordPaper(actor)) throw refuseAsNotFound();
  const place = paperPlaceOf(found, await caseFacts(client, found, now));
  if (!place) throw new Refused([because("quality_not_possible")]);
  return { found, place };
}

function subjectOf(slug: string, { part }: PaperPlace): SheetSubject {
  return { kind: "quality", id: slug, part };
}

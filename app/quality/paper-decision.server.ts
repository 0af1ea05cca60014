import type { Actor } from "~/accounts/actor";
import type { AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { enterPaper, paperToVerify, refusePaper, subjectOfPaper, type PaperInput } from "~/reviews/paper.server";
import { leadersOf } from "~/reviews/paper-signers.server";
import type { SheetSubject } from "~/reviews/release-sheet";
import type { Json } from "~/timeline/event";
import { transact } from "~/timeline/transact.server";
import { withCaseCounterparts } from "./perform-quality-act.server";
import { mayRecordPaper, maySeeQuality } from "./permissions";
import { findCase, lockCase, type CaseRecord } from "./quality-store.server";
import { because } from "./reasons";
import { caseState } from "./reinterpretation";
import { decideQualityReport } from "./report-quality.server";

/** Under which a leader's paper on a report is kept. */
export function paperSubject(slug: string, report: number): SheetSubject {
  return { kind: "quality", id: slug, part: `report-${report}` };
}

/** The office enters what a leader decided on a 批示件, with its scan; it counts once another person verifies it. */
export async function enterPaperDecision(
  actor: Actor,
  { slug, ...input }: PaperInput & { slug: string },
  deps: Deps,
): Promise<void> {
  const signers = await leadersOf(deps);
  await record(actor, slug, "quality.paper_entered", deps, async ({ tx, asked, subject }) => {
    return { ...(await enterPaper(tx, asked, subject, input, { signers, now: deps.now })) };
  });
}

/** A second person sends back what does not agree with its scan. */
export function refusePaperDecision(
  actor: Actor,
  { slug, ...input }: { slug: string; id: number; reason: string },
  deps: Deps,
): Promise<void> {
  return record(actor, slug, "quality.paper_refused", deps, ({ tx, asked, subject }) =>
    refusePaper(tx, asked, input, subject, deps.now),
  );
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
  const found = waiting(actor, await findCase(deps.db.client, slug));
  const asked = await withCaseCounterparts(deps.db.client, actor, found);
  const { act, ...paper } = await paperToVerify(
    asked,
    { id, submittedAt: null },
    paperSubject(slug, found.report!.id),
    deps,
  );
  const isApproved = act === "agree";
  if (!isApproved && words === null) throw new Refused([{ code: "paper_words_missing", field: "words" }]);
  await decideQualityReport(actor, { slug, isApproved, reason: words, paper }, deps);
}

/** The scan, for whoever sees the sheets of quality; null as for what does not exist. */
export async function readableQualityPaper(id: string, actor: Actor, deps: Deps): Promise<AttachmentRecord | null> {
  const file = maySeeQuality(actor) ? await attachmentById(deps, id) : null;
  if (!file || file.paperId === null) return null;
  return (await subjectOfPaper(deps, file.paperId))?.kind === "quality" ? file : null;
}

type Write = (context: { tx: Tx; asked: Actor; subject: SheetSubject }) => Promise<{ [key: string]: Json }>;

function record(actor: Actor, slug: string, kind: string, deps: Deps, write: Write): Promise<void> {
  return transact(deps, async (tx, keep) => {
    const found = waiting(actor, await lockCase(tx, deps.db.engine, slug));
    const asked = await withCaseCounterparts(tx, actor, found);
    const payload = await write({ tx, asked, subject: paperSubject(slug, found.report!.id) });
    keep({ kind, subject: { kind: "quality", id: slug }, actor, payload: { policy: slug, ...payload } });
  });
}

/** A case whose report waits for a leader. Refusals: `not_found` for all but the office, `quality_not_possible`. */
function waiting(actor: Actor, found: CaseRecord | null): CaseRecord {
  if (!found || !mayRecordPaper(actor)) throw refuseAsNotFound();
  const { check, report, order } = found;
  const facts = { check, report, order: order && { ...order, isPast: false, releasedAnswers: 0 } };
  if (caseState(facts) !== "reported") throw new Refused([because("quality_not_possible")]);
  return found;
}

import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { ACCEPTED_ENDINGS } from "~/attachments/attachment";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { enterPaper, paperToVerify, refusePaper, type PaperInput } from "~/reviews/paper.server";
import { leadersOf, signersOf, type Signers } from "~/reviews/paper-signers.server";
import { paperLines } from "~/reviews/read-sheet.server";
import type { SheetSubject } from "~/reviews/release-sheet";
import type { Json } from "~/timeline/event";
import { lastOfKind } from "~/timeline/queries.server";
import { transact } from "~/timeline/transact.server";
import { signPolicyChange } from "./change-policy.server";
import type { ShownPapers } from "./desk-facts";
import { refuseException, signException } from "./except-policy.server";
import { isLeaders, paperPlaceOf, type PaperPlace } from "./paper-place";
import { mayRecordPaper } from "./permissions";
import { findAndLock, findPolicy, type PolicyRecord } from "./policy-store.server";
import { because } from "./reasons";
import { approvePolicy, passPolicy } from "./sign-policy.server";

/**
 * Enters what was signed on a 发文稿纸 or 批示件, with its scan; it counts once another person verifies it. Refusals:
 * `not_found` without the right, `package_not_possible` when nothing waits for a signature, those of the entry itself.
 */
export async function enterPolicyPaper(
  actor: Actor,
  { slug, ...input }: PaperInput & { slug: string },
  deps: Deps,
): Promise<void> {
  const { policy, place } = waiting(actor, await findPolicy(deps.db.client, slug));
  const signers = await whoSigns(policy, place, deps);
  await record(actor, slug, "policy.paper_entered", deps, async ({ tx, asked, subject }) => ({
    ...(await enterPaper(tx, asked, subject, input, { signers, now: deps.now })),
  }));
}

/** A second person sends back what does not agree with its scan. */
export function refusePolicyPaper(
  actor: Actor,
  { slug, ...input }: { slug: string; id: number; reason: string },
  deps: Deps,
): Promise<void> {
  return record(actor, slug, "policy.paper_refused", deps, ({ tx, asked, subject }) =>
    refusePaper(tx, asked, input, subject, deps.now),
  );
}

/**
 * A second person has compared the entry with its scan: the act is done now, signed by whoever signed the paper, with the
 * stated day beside it. All rules of the act hold for the signer. Refusal: `paper_words_missing` for a leader's no without
 * the leader's words.
 */
export async function verifyPolicyPaper(
  actor: Actor,
  {
    slug,
    id,
    words,
    determinedAttribute,
  }: { slug: string; id: number; words: string | null; determinedAttribute: DisclosureAttribute | null },
  deps: Deps,
): Promise<void> {
  const { policy, place } = waiting(actor, await findPolicy(deps.db.client, slug));
  const asked = await withCounterparts(deps.db.client, actor, { kind: "policy", id: slug });
  const submittedAt = place.what === "package" ? await submittedAtOf(slug, deps) : null;
  const { act, ...paper } = await paperToVerify(asked, { id, submittedAt }, subjectOf(slug, place), deps);
  const input = { slug, version: null, paper, remark: words };
  switch (act) {
    case "pass":
      await passPolicy(actor, input, deps);
      return;
    case "approve":
      if (place.what === "change") {
        await signPolicyChange(actor, input, deps);
        return;
      }
      await approvePolicy(
        actor,
        { ...input, determinedAttribute: determinedAttribute ?? policy.proposedAttribute },
        deps,
      );
      return;
    case "agree":
      await signException(actor, input, deps);
      return;
    case "decline":
      if (words === null) throw new Refused([{ code: "paper_words_missing", field: "words" }]);
      await refuseException(actor, { ...input, reason: words }, deps);
  }
}

/** What the workbench shows of signatures on paper; null when there are none and this person may enter none. */
export async function policyPapers(actor: Actor, policy: PolicyRecord, deps: Deps): Promise<ShownPapers | null> {
  const place = paperPlaceOf(policy);
  const lines = await paperLines({ kind: "policy", id: policy.slug }, deps);
  const mayEnter = place !== null && mayRecordPaper(actor, policy, isLeaders(place));
  if (!mayEnter && lines.length === 0) return null;
  const signers = mayEnter ? await whoSigns(policy, place, deps) : null;
  return { lines, signers, part: place?.part ?? null, what: place?.what ?? "package", accept: ACCEPTED_ENDINGS };
}

type Write = (context: { tx: Tx; asked: Actor; subject: SheetSubject }) => Promise<{ [key: string]: Json }>;

function record(actor: Actor, slug: string, kind: string, deps: Deps, write: Write): Promise<void> {
  return transact(deps, async (tx, keep) => {
    const { place } = waiting(actor, await findAndLock(tx, deps.db.engine, slug));
    const subject = { kind: "policy", id: slug };
    const asked = await withCounterparts(tx, actor, subject);
    const payload = await write({ tx, asked, subject: subjectOf(slug, place) });
    keep({ kind, subject, actor, payload: { part: place.part, ...payload } });
  });
}

/** A package of which something may be signed on paper, and recorded by this person. */
function waiting(actor: Actor, policy: PolicyRecord | null): { policy: PolicyRecord; place: PaperPlace } {
  const place = policy && paperPlaceOf(policy);
  const mayRecord = [true, false].some((ofLeaders) => policy && mayRecordPaper(actor, policy, ofLeaders));
  if (!policy || !mayRecord) throw refuseAsNotFound();
  if (!place) throw new Refused([because("package_not_possible", undefined, { act: "sign", state: policy.state })]);
  if (!mayRecordPaper(actor, policy, isLeaders(place))) throw refuseAsNotFound();
  return { policy, place };
}

/** A change has the one signature of the approver. */
async function whoSigns({ unitCode }: PolicyRecord, { what }: PaperPlace, deps: Deps): Promise<Signers> {
  if (what === "exception") return leadersOf(deps);
  const { pass, approve } = await signersOf(unitCode, deps);
  return what === "change" ? { approve } : { pass, approve };
}

function subjectOf(slug: string, { part }: PaperPlace): SheetSubject {
  return { kind: "policy", id: slug, part };
}

async function submittedAtOf(slug: string, deps: Deps): Promise<Date | null> {
  return (await lastOfKind(deps, "policy.submitted", "policy", [slug])).get(slug) ?? null;
}

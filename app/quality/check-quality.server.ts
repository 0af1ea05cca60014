import { accountIdOf, type Actor } from "~/accounts/actor";
import { interpretationFacts } from "~/policies/interpretation-facts.server";
import type { Client, Deps } from "~/platform/db.server";
import type { PaperSignOff } from "~/reviews/paper.server";
import { liftedSentences } from "~/wording/lifted";
import { performQualityAct, type QualityContext } from "./perform-quality-act.server";
import { changeOrder, insertCheck } from "./quality-store.server";
import { recheckRefusals } from "./reinterpretation";
import { sheetRefusals, type Outcome, type Sheet } from "./sheet";

interface CheckInput {
  slug: string;
  sheet: Sheet;
  outcome: Outcome;
  note: string | null;
}

/**
 * The open-government office checks the interpretation of a released document by its sheet. Refusals: those of the sheet,
 * the checker's own unit and own work; an order that runs is ended by its second check, not by a new first one.
 */
export function checkQuality(actor: Actor, input: CheckInput & { isImportant: boolean }, deps: Deps): Promise<number> {
  return performQualityAct(actor, "check", input.slug, deps, {
    reasons: () => sheetRefusals(input),
    write: async (context) => {
      const id = await keepCheck(context, actor, { ...input, orderId: null }, deps);
      return { result: id, payload: { check: id, outcome: input.outcome, isImportant: input.isImportant } };
    },
    subject: "quality",
    event: "quality.checked",
  });
}

/**
 * The second check, by somebody other than whoever gave the order, here or on paper: it alone ends the order, as met or, when the new
 * interpretation is weak again, as not met. Refusals: those of the sheet, `order_still_runs` before an answer or the due
 * day, `unanswered_is_not_met`.
 */
export function recheckInterpretation(
  actor: Actor,
  { paper, ...input }: CheckInput & { paper?: PaperSignOff },
  deps: Deps,
): Promise<number> {
  return performQualityAct(actor, "recheck", input.slug, deps, {
    reasons: (facts) => [...sheetRefusals(input), ...recheckRefusals(facts, input.outcome)],
    write: async (context) => {
      const orderId = context.found.order!.id;
      const by = paper?.signer ?? actor;
      const id = await keepCheck(context, by, { ...input, isImportant: true, orderId }, deps);
      const isMet = input.outcome !== "weak";
      await changeOrder(context.tx, orderId, { endedAt: deps.now, isMet });
      return { result: id, payload: { order: orderId, check: id, outcome: input.outcome, isMet } };
    },
    subject: "reinterpretation",
    paper,
    event: "reinterpretation.ended",
  });
}

async function keepCheck(
  { tx, found }: QualityContext,
  actor: Actor,
  { slug, sheet, outcome, note, isImportant, orderId }: CheckInput & { isImportant: boolean; orderId: number | null },
  { now }: Deps,
): Promise<number> {
  return insertCheck(tx, {
    ...{ policyId: found.policyId, orderId, outcome, isImportant, note },
    sheet: JSON.stringify(sheet),
    liftedShare: await shareOf(tx, slug),
    checkedById: accountIdOf(actor)!,
    checkedAt: now,
  });
}

async function shareOf(client: Client, slug: string): Promise<number> {
  const facts = await interpretationFacts(client, slug);
  const words = facts?.materials.map((material) => material.words).join("\n") ?? "";
  return liftedSentences(words, facts?.clauses.map(({ text }) => text) ?? []).share;
}

import { holds, rightsOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { attachmentsOf } from "~/attachments/queries.server";
import { daysBetween, plainDateOf } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Client, Deps } from "~/platform/db.server";
import { refuseAsNotFound, type Reason } from "~/platform/refusal";
import type { HistoryLine } from "~/reviews/history-line";
import { namedHistory } from "~/reviews/named-history.server";
import { releaseReasons } from "~/reviews/read-sheet.server";
import { namedStages } from "~/reviews/stage-setting.server";
import type { DeskMaterial, PackageBench, PlanLine, PolicyOffer } from "./desk-facts";
import { isPackageSheetOpen, packageSheet } from "./fill-policy-sheet.server";
import { isExceptionUseful } from "./gate";
import {
  checkedMaterials,
  gateFactsOf,
  packageRefusals,
  releasedTogether,
  type CheckedMaterial,
} from "./package-facts.server";
import { policyPapers } from "./paper-policy.server";
import { mayAct, maySeeDesk } from "./permissions";
import { ACTS, refusals, stageOf, STATES, transitionOf, turnOf, type Act } from "./policy-package";
import { findDeskPolicies } from "./policy-list-store.server";
import {
  findClauses,
  findPolicy,
  findRemarks,
  type PolicyClauseRecord,
  type PolicyRecord,
} from "./policy-store.server";
import { proposedClauses } from "./proposed-change.server";
import { materialStaleness } from "./public-materials.server";
import { countWaiting } from "./reader-store.server";
import { releaseClock, releaseClockStart } from "./release-clock";
import { changeReviewed, packageReviewed } from "./release-texts.server";

/** The units where this person handles, reviews or approves. */
function deskUnits(actor: Actor): string[] {
  const working = rightsOf(actor).filter(({ role }) => ["handling_officer", "reviewer", "approver"].includes(role));
  return [...new Set(working.map(({ unit }) => unit))];
}

/** What this person's desk shows, newest first. */
export async function deskPolicyList(
  actor: Actor,
  { q, unit, state }: { q: string; unit: string; state: string },
  paging: { page: number; pageSize: number },
  { db }: Deps,
) {
  const scope = {
    unitCodes: deskUnits(actor),
    reachesAll: holds(actor, "supervisor"),
    seesAsked: holds(actor, "leader") || holds(actor, "supervisor"),
  };
  const known = STATES.find((one) => one === state) ?? "";
  const { rows, total } = await findDeskPolicies(db.client, { q, unit, state: known, ...scope }, paging);
  return {
    total,
    rows: rows.map((row) => ({
      ...{ slug: row.slug, title: row.title, unitName: row.unit.name, state: row.state },
      ...{ documentNumber: row.documentNumber, signedOn: row.signedOn, materials: row._count.materials },
    })),
  };
}

/** The document for a page of the desk. Refusal: `not_found`. */
export async function deskPolicy(actor: Actor, slug: string, { db }: Pick<Deps, "db">): Promise<PolicyRecord> {
  const policy = await findPolicy(db.client, slug);
  if (!policy || !maySeeDesk(actor, policy)) throw refuseAsNotFound();
  return policy;
}

/** All that the workbench shows. Refusal: `not_found` for whoever may not see the desk of this unit. */
export async function packageBench(actor: Actor, slug: string, deps: Deps): Promise<PackageBench> {
  const policy = await deskPolicy(actor, slug, deps);
  const { db, now } = deps;
  const today = plainDateOf(now);
  const clockStart = releaseClockStart(policy);
  const materials = await checkedMaterials(db.client, policy, now);
  const clauses = policy.text ? await findClauses(db.client, policy.text.id) : [];
  const isBefore = policy.state !== "released" && policy.state !== "registered" && policy.state !== "imported";
  const together = isBefore ? await releasedTogether(db.client, policy, now) : [];
  return {
    policy,
    stage: stageOf(policy.state),
    turn: turnOf(policy),
    clauseCount: clauses.length,
    gate: isBefore ? await packageRefusals(db.client, policy, now) : [],
    isBefore,
    releasedOn: policy.releasedAt && plainDateOf(policy.releasedAt),
    clock: clockStart ? releaseClock(clockStart, today, await currentCalendar(db.client)) : null,
    offers: await offersTo(actor, policy, materials, deps),
    stages: await namedStages(policy, policy.unitCode, deps),
    sheet: await packageSheet(actor, policy, deps),
    proposed: await proposedClauses(db.client, policy),
    papers: await policyPapers(actor, policy, deps),
    plan: planOf(policy, materials, today),
    materials: await deskMaterials(db.client, policy, materials, clauses, today),
    together: together.map(({ title }) => title),
    attachments: await attachmentsOf({ db }, { policyId: policy.id }),
    waitingQuestions: await countWaiting(db.client, policy.id),
    history: await historyWithRemarks(policy, deps),
  };
}

/** These have pages of their own: readers' questions, and the yearly review of attributes. */
const ELSEWHERE: readonly Act[] = ["answer_question", "disclose_anew", "reclassify", "mark_lapsed"];
const BENCH_ACTS: readonly Act[] = ACTS.filter((act) => !ELSEWHERE.includes(act));

async function offersTo(
  actor: Actor,
  policy: PolicyRecord,
  materials: readonly CheckedMaterial[],
  deps: Deps,
): Promise<PolicyOffer[]> {
  const offers: PolicyOffer[] = [];
  const asked = await withCounterparts(deps.db.client, actor, { kind: "policy", id: policy.slug });
  for (const act of BENCH_ACTS) {
    if (!mayAct(actor, act, policy) || !transitionOf(act, policy)) continue;
    const own = refusals(act, policy, asked);
    if (isIdle(act, policy, materials)) continue;
    offers.push({ act, reasons: [...own, ...(await contentReasons(act, policy, deps))] });
  }
  return offers;
}

/** Acts that wait for something nobody asked for are not offered at all. */
function isIdle(act: Act, policy: PolicyRecord, materials: readonly CheckedMaterial[]): boolean {
  const { exception, change } = policy;
  if (act === "sign_exception" || act === "refuse_exception") return !exception || exception.isSigned;
  if (act === "sign_change" || act === "refuse_change") return !change;
  if (act === "propose_change") return change !== null;
  if (act === "call_for")
    return policy.calledForAt !== null || materials.some(({ record }) => record.state === "released");
  return act === "propose_exception" && (exception !== null || !isExceptionUseful(gateFactsOf(policy, materials)));
}

async function contentReasons(act: Act, policy: PolicyRecord, { db, now }: Deps): Promise<Reason[]> {
  if (act === "sign_change" && policy.change)
    return (await releaseReasons(db.client, await changeReviewed(db.client, policy, policy.change))).reasons;
  const isGated = act === "submit" || act === "approve" || act === "release";
  const gate = isGated ? await packageRefusals(db.client, policy, now) : [];
  if (act !== "approve" || !isPackageSheetOpen(policy)) return gate;
  return [...gate, ...(await releaseReasons(db.client, await packageReviewed(db.client, policy, now))).reasons];
}

function planOf({ forms, state }: PolicyRecord, materials: readonly CheckedMaterial[], today: string): PlanLine[] {
  return forms.map(({ id, kind, dueOn, origin }) => {
    const own = materials.filter((material) => material.kind === kind);
    const isDone = state === "released" && own.some(({ record }) => record.state === "released");
    const isReady = own.some(({ reasons }) => reasons.length === 0);
    const left = dueOn && !isDone ? daysBetween(today, dueOn) : null;
    return { id, kind, dueOn, origin, left, state: isDone ? "done" : isReady ? "ready" : "missing" };
  });
}

async function deskMaterials(
  client: Client,
  policy: PolicyRecord,
  materials: readonly CheckedMaterial[],
  clauses: readonly PolicyClauseRecord[],
  today: string,
): Promise<DeskMaterial[]> {
  const rows: DeskMaterial[] = [];
  for (const { record, reasons } of materials) {
    const isPublic = record.state === "released" && policy.state === "released";
    const staleness = isPublic ? await materialStaleness(client, record, policy, clauses, today) : null;
    const { slug, title, kind, state } = record;
    rows.push({ slug, title, kind, state, missing: reasons.length, isStale: staleness !== null });
  }
  return rows;
}

async function historyWithRemarks({ id, slug }: PolicyRecord, { db }: Deps): Promise<HistoryLine[]> {
  const remarks = new Map((await findRemarks(db.client, id)).map((remark) => [remark.id, remark.text]));
  const lines = await namedHistory({ kind: "policy", id: slug }, remarks, { db });
  return lines.map((line) => ({ ...line, kind: line.kind.slice(line.kind.indexOf(".") + 1) }));
}

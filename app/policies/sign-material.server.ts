import type { Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import type { PaperSignOff } from "~/reviews/paper.server";
import { releaseReasons } from "~/reviews/read-sheet.server";
import { submission } from "~/reviews/stage-setting.server";
import { transact } from "~/timeline/transact.server";
import { materialChanges, materialRefusals, type MaterialAct } from "./material";
import { contentRefusals, type CheckContext } from "./material-check";
import { readContent } from "./material-content";
import { changeMaterial, findMaterial, type MaterialData, type MaterialRecord } from "./material-store.server";
import { keepRemark } from "./perform-policy-act.server";
import { mayAct } from "./permissions";
import { findAndLock, findClauses, type PolicyRecord } from "./policy-store.server";
import { because } from "./reasons";
import { materialReviewed } from "./release-texts.server";
import { mediaOfMaterials, showWithMaterial, shownMedia } from "./shown-media.server";

export interface MaterialActInput {
  slug: string;
  version: number | null;
  remark?: string | null;
  reason?: string | null;
  /** The step was signed on paper: by its signer, whom the actor, who compared it with the scan, only vouches for. */
  paper?: PaperSignOff;
}

const EVENTS: Record<MaterialAct, string> = {
  submit_material: "interpretation.submitted",
  pass_material: "interpretation.passed",
  return_material: "interpretation.returned",
  approve_material: "interpretation.released",
  confirm_material: "interpretation.confirmed",
  take_down_material: "interpretation.taken_down",
};

/**
 * One step of a material that follows its released document: three people, as for the package. Refusals: `not_found`
 * (404) without the right, `stale` (409), what is missing in it, the state, the turn, the same person, the release sheet.
 */
export function actOnMaterial(actor: Actor, act: MaterialAct, input: MaterialActInput, deps: Deps) {
  const { paper } = input;
  const signer = paper?.signer ?? actor;
  return transact(deps, async (tx, record) => {
    const found = await findMaterial(tx, input.slug);
    const policy = found && (await findAndLock(tx, deps.db.engine, found.policy.slug));
    const material = policy && (await findMaterial(tx, input.slug));
    if (!material || !mayAct(signer, act, material)) throw refuseAsNotFound();
    if (input.version !== null && input.version !== material.version)
      throw new Refused([{ code: "stale", params: { by: "—", at: "—" } }], 409);
    await paper?.settle(tx);
    const clauses = policy.text ? await findClauses(tx, policy.text.id) : [];
    const known = new Set(clauses.map(({ clauseId }) => clauseId));
    const media = shownMedia((await mediaOfMaterials(tx, [material.slug])).get(material.slug));
    const context = { clauses: known, today: plainDateOf(deps.now), media };
    const sheet = act === "approve_material" ? await releaseReasons(tx, await materialReviewed(tx, material)) : null;
    const asked = await withCounterparts(tx, signer, { kind: "interpretation", id: material.slug });
    requireNone([
      ...materialRefusals(act, material, asked),
      ...ownReasons(act, material, policy, context),
      ...(sheet?.reasons ?? []),
    ]);
    const sent = act === "submit_material" ? await submission(tx, material.unitCode, actor) : null;
    const data = {
      ...materialChanges(act, material, signer, deps.now),
      ...dataOf(act, policy, input),
      ...(sent && { passedById: sent.passedById }),
    };
    if (!(await changeMaterial(tx, material, data)))
      throw new Refused([{ code: "stale", params: { by: "—", at: "—" } }], 409);
    if (act === "approve_material" || act === "take_down_material")
      await showWithMaterial(tx, material.slug, act === "approve_material");
    const words = input.reason ?? input.remark;
    const remark = await keepRemark({ tx, facts: policy }, actor, act, words, deps.now);
    const payload = {
      policy: policy.slug,
      kind: material.kind,
      version: material.version + 1,
      ...sent?.payload,
      ...remark,
      ...(paper && { paper: paper.id, signer: paper.signer.accountId }),
    };
    const subject = { kind: "interpretation", id: material.slug };
    record({ kind: EVENTS[act], subject, actor, happenedOn: paper?.statedOn, payload });
    return material;
  });
}

function ownReasons(act: MaterialAct, material: MaterialRecord, policy: PolicyRecord, context: CheckContext): Reason[] {
  if (act === "confirm_material" && material.textNumber >= (policy.text?.number ?? 0))
    return [because("material_not_stale")];
  const isAsked = act === "submit_material" || act === "approve_material" || act === "confirm_material";
  return isAsked ? contentRefusals(readContent(material.kind, material.content), context) : [];
}

function dataOf(act: MaterialAct, policy: PolicyRecord, { reason }: MaterialActInput): MaterialData {
  if (act === "confirm_material" || act === "approve_material") return { textNumber: policy.text?.number ?? 0 };
  return act === "take_down_material" ? { takenDownReason: reason ?? null } : {};
}

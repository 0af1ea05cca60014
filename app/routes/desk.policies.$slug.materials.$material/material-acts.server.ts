import type { Actor } from "~/accounts/actor";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused } from "~/platform/refusal";
import type { deskMaterial } from "~/policies/desk-material.server";
import { fillPolicySheet } from "~/policies/fill-policy-sheet.server";
import { materialActForm } from "~/policies/forms";
import { MATERIAL_ACTS, type MaterialAct } from "~/policies/material";
import { enterMaterialPaper, refuseMaterialPaper, verifyMaterialPaper } from "~/policies/paper-material.server";
import { saveMaterial } from "~/policies/save-material.server";
import { actOnMaterial } from "~/policies/sign-material.server";
import { readEnteredPaper, readRefusedPaper, readVerifiedPaper } from "~/reviews/paper-entry.server";
import { isSheetAct, readEntry } from "~/reviews/sheet-entry.server";
import { removeMaterial } from "~/policies/write-material.server";

interface Posted {
  actor: Actor;
  material: Awaited<ReturnType<typeof deskMaterial>>;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

/** Where to go on. Refusals: those of the act; `choice_unknown` for a verb that no button of the page has. */
export async function performMaterialAct(act: string, { actor, material, form, deps }: Posted): Promise<string> {
  const { slug, policy } = material;
  const bench = `/desk/policies/${policy.slug}`;
  if (act === "remove") {
    await removeMaterial(actor, { slug, version: null }, deps);
    return bench;
  }
  if (act === "edit") {
    await saveMaterial(actor, material, form, deps);
    return `${bench}/materials/${slug}`;
  }
  if (isSheetAct(act)) {
    await fillPolicySheet(actor, { policy: policy.slug, material: slug }, readEntry(form), deps);
    return `${bench}/materials/${slug}#sheet`;
  }
  if (isPaperAct(act)) {
    await PAPER_ACTS[act](actor, slug, form, deps);
    return `${bench}/materials/${slug}`;
  }
  if (!isMaterialAct(act)) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  const { version, remark, reason } = parseForm(materialActForm(act), form);
  await actOnMaterial(actor, act, { slug, version, remark, reason }, deps);
  return `${bench}/materials/${slug}`;
}

type PaperAct = "enter_paper" | "verify_paper" | "refuse_paper";

const PAPER_ACTS: Record<
  PaperAct,
  (actor: Actor, slug: string, form: PostedForm, deps: Posted["deps"]) => Promise<void>
> = {
  enter_paper: async (actor, slug, form, deps) =>
    enterMaterialPaper(actor, { slug, ...(await readEnteredPaper(form, deps)) }, deps),
  verify_paper: (actor, slug, form, deps) => verifyMaterialPaper(actor, { slug, id: readVerifiedPaper(form).id }, deps),
  refuse_paper: (actor, slug, form, deps) => refuseMaterialPaper(actor, { slug, ...readRefusedPaper(form) }, deps),
};

function isPaperAct(act: string): act is PaperAct {
  return Object.hasOwn(PAPER_ACTS, act);
}

function isMaterialAct(act: string): act is MaterialAct {
  return (MATERIAL_ACTS as readonly string[]).includes(act);
}

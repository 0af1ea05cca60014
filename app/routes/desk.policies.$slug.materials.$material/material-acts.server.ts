import type { Actor } from "~/accounts/actor";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { Refused } from "~/platform/refusal";
import type { deskMaterial } from "~/policies/desk-material.server";
import { fillPolicySheet } from "~/policies/fill-policy-sheet.server";
import { materialActForm } from "~/policies/forms";
import { MATERIAL_ACTS, type MaterialAct } from "~/policies/material";
import { saveMaterial } from "~/policies/save-material.server";
import { actOnMaterial } from "~/policies/sign-material.server";
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
  if (!isMaterialAct(act)) throw new Refused([{ code: "choice_unknown", field: "act" }]);
  const { version, remark, reason } = parseForm(materialActForm(act), form);
  await actOnMaterial(actor, act, { slug, version, remark, reason }, deps);
  return `${bench}/materials/${slug}`;
}

function isMaterialAct(act: string): act is MaterialAct {
  return (MATERIAL_ACTS as readonly string[]).includes(act);
}

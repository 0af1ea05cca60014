import { accountIdOf, type Actor } from "~/accounts/actor";
import { randomId } from "~/platform/ids.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { clausesIn, emptyContent, writeContent, type MaterialContent } from "./material-content";
import {
  bindClauses,
  changeMaterial,
  deleteMaterial,
  findMaterial,
  insertMaterial,
  materialSlugsBeginning,
  type MaterialRecord,
} from "./material-store.server";
import type { MaterialKind } from "./material";
import { maySupportMedia } from "./material-media";
import { mayAct } from "./permissions";
import { refusals } from "./policy-package";
import { findAndLock, type PolicyRecord } from "./policy-store.server";
import { because } from "./reasons";
import { tieMedia } from "./shown-media.server";

const SLUG_WORDS: Record<MaterialKind, string> = {
  text: "text",
  qa: "qa",
  chart: "chart",
  case: "case",
  expert: "expert",
  media: "media",
  press_conference: "press",
  audio_video: "video",
  animation: "animation",
};

interface NewMaterial {
  policy: string;
  kind: MaterialKind;
  title: string;
}

/** Begins a material of a document that is prepared or released. Returns its address. */
export async function beginMaterial(actor: Actor, input: NewMaterial, deps: Deps): Promise<string> {
  const begun = await transact(deps, (tx, record) => beginMaterialIn({ tx, record }, actor, input, deps));
  return begun.slug;
}

/** The same in the caller's transaction: for material that another act asks for. */
export async function beginMaterialIn(
  { tx, record }: Pick<Draft, "tx" | "record">,
  actor: Actor,
  { policy: slug, kind, title }: NewMaterial,
  deps: Deps,
): Promise<{ id: string; slug: string }> {
  const policy = await findAndLock(tx, deps.db.engine, slug);
  if (!policy || !mayAct(actor, "write_material", policy)) throw refuseAsNotFound();
  requireNone(refusals("write_material", policy, actor));
  const materialSlug = await nextSlug(await materialSlugsBeginning(tx, `${slug}-`), `${slug}-${SLUG_WORDS[kind]}`);
  const id = randomId();
  await insertMaterial(tx, {
    ...{ id, slug: materialSlug, policyId: policy.id, state: "drafting", kind, title, summary: "" },
    content: writeContent(emptyContent(kind)),
    textNumber: policy.text?.number ?? 0,
    preparedById: accountIdOf(actor),
    createdAt: deps.now,
  });
  const subject = { kind: "interpretation", id: materialSlug };
  record({ kind: "interpretation.prepared", subject, actor, payload: { policy: slug, kind } });
  return { id, slug: materialSlug };
}

export interface MaterialFields {
  title: string;
  titleEn: string | null;
  summary: string;
  content: MaterialContent;
  /** The unit's file that it shows; null for none, left out when it stays as it is. */
  media?: string | null;
}

interface MaterialInput {
  slug: string;
  version: number | null;
}

/**
 * Saves a material, as far as it goes; what is missing in it is said by the gate. Binds it to the clauses it names and to
 * the file it shows. Refusals: those of the package's state, `stale` (409), `media_gone`.
 */
export function editMaterial(
  actor: Actor,
  { fields, ...input }: MaterialInput & { fields: MaterialFields },
  deps: Deps,
) {
  return withDraft(actor, input, deps, async ({ tx, material, policy, record }) => {
    if (fields.content.kind !== material.kind) throw new Refused([because("choice_unknown", "kind")]);
    const clauses = clausesIn(fields.content);
    const { content, media, ...texts } = fields;
    const data = { ...texts, content: writeContent(content), textNumber: policy.text?.number ?? 0 };
    if (!(await changeMaterial(tx, material, data))) throw new Refused([{ code: "stale", params: NOBODY }], 409);
    await bindClauses(tx, material.id, clauses);
    if (media !== undefined && maySupportMedia(material.kind))
      await tieMedia(tx, material.slug, policy.unitCode, media);
    const payload = { policy: policy.slug, clauses, ...(media && { media }) };
    record({ kind: "interpretation.edited", subject: { kind: "interpretation", id: material.slug }, actor, payload });
  });
}

/** Removes a material that nobody outside has seen. */
export function removeMaterial(actor: Actor, input: MaterialInput, deps: Deps) {
  return withDraft(actor, input, deps, async ({ tx, material, policy, record }) => {
    await tieMedia(tx, material.slug, policy.unitCode, null);
    await deleteMaterial(tx, material.id);
    const subject = { kind: "interpretation", id: material.slug };
    record({ kind: "interpretation.removed", subject, actor, payload: { policy: policy.slug } });
  });
}

const NOBODY = { by: "—", at: "—" };

type Transaction = Parameters<Parameters<typeof transact>[1]>;

interface Draft {
  tx: Transaction[0];
  record: Transaction[1];
  material: MaterialRecord;
  policy: PolicyRecord;
}

/** A material that may still be written: its document is prepared or released, and it is not under review itself. */
function withDraft(
  actor: Actor,
  { slug, version }: MaterialInput,
  deps: Deps,
  work: (draft: Draft) => Promise<void>,
): Promise<MaterialRecord> {
  return transact(deps, async (tx, record) => {
    const found = await findMaterial(tx, slug);
    const policy = found && (await findAndLock(tx, deps.db.engine, found.policy.slug));
    const material = policy && (await findMaterial(tx, slug));
    if (!material || !mayAct(actor, "write_material", policy)) throw refuseAsNotFound();
    if (version !== null && material.version !== version) throw new Refused([{ code: "stale", params: NOBODY }], 409);
    const isWritten = material.state === "drafting";
    requireNone([
      ...refusals("write_material", policy, actor),
      ...(isWritten
        ? []
        : [because("package_not_possible", undefined, { act: "write_material", state: material.state })]),
    ]);
    await work({ tx, record, material, policy });
    return material;
  });
}

async function nextSlug(taken: readonly string[], start: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? start : `${start}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}

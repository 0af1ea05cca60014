import { attachMedia, detachMedia, mediaBySubject, showMedia } from "~/media/attach-media.server";
import { mediaRefusals, type MediaFile } from "~/media/media-file";
import type { Client, Tx } from "~/platform/db.server";
import type { ShownMedia } from "./material-media";
import { findMaterial } from "./material-store.server";

/** The name under which media know a material. */
const KIND = "interpretation";

/** The files of these materials, by the material's address. */
export function mediaOfMaterials(client: Client, slugs: readonly string[]): Promise<Map<string, MediaFile>> {
  return mediaBySubject(client, KIND, slugs);
}

/** A file as the check sees it. */
export function shownMedia(media: MediaFile | undefined): ShownMedia | null {
  return media ? { kind: media.kind, isAnimated: media.isAnimated, reasons: mediaRefusals(media) } : null;
}

/** Shows this file of the unit and no other. Refusal: `media_gone` when it is not there to be shown. */
export async function tieMedia(tx: Tx, slug: string, unitCode: string, id: string | null): Promise<void> {
  const subject = { kind: KIND, id: slug };
  const before = (await mediaOfMaterials(tx, [slug])).get(slug)?.id ?? null;
  if (before === id) return;
  if (before) await detachMedia(tx, before, subject);
  if (id) await attachMedia(tx, [id], unitCode, subject);
}

/** The bytes are public exactly while the material is. */
export function showWithMaterial(tx: Tx, slug: string, isPublic: boolean): Promise<void> {
  return showMedia(tx, { kind: KIND, id: slug }, isPublic);
}

/**
 * Whether the words of a file that a material shows may be written now: while the material itself may be. One that goes
 * out with its document is signed with it, and then nothing of it changes.
 */
export async function placeOfMaterial(tx: Tx, { kind, id }: { kind: string; id: string }) {
  const material = kind === KIND ? await findMaterial(tx, id) : null;
  if (!material) return null;
  const { state, documentState, policy } = material;
  const isWritten = documentState === "preparing" || documentState === "released";
  return { isOpen: state === "drafting" && isWritten, payload: { policy: policy.slug } };
}

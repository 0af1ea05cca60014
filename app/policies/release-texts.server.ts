import type { Client } from "~/platform/db.server";
import type { Reviewed } from "~/reviews/read-sheet.server";
import type { TextPart } from "~/reviews/screened-term";
import { releasedTogether } from "./package-facts.server";
import { readContent } from "./material-content";
import type { MaterialRecord } from "./material-store.server";
import { changePart } from "./paper-place";
import { findClauses, type PolicyRecord } from "./policy-store.server";
import { mediaOfMaterials } from "./shown-media.server";

/** What the release sheet of a package is about: the document, and the materials that go public in the same instant. */
export async function packageReviewed(client: Client, policy: PolicyRecord, now: Date): Promise<Reviewed> {
  const { slug, title, titleEn, summary, summaryEn, notInterpretedReason, exception, submittedById } = policy;
  const clauses = policy.text ? await findClauses(client, policy.text.id) : [];
  const text = clauses.map(({ number, heading, text, note }) => [number, heading, text, note ?? ""].join("\n"));
  const own = { title, titleEn, summary, summaryEn, text: text.join("\n") };
  const reasons = { plan: notInterpretedReason, exception: exception?.reason ?? null };
  const materials = (await releasedTogether(client, policy, now)).map(({ record }) => record);
  return {
    subject: { kind: "policy", id: slug, part: "package" },
    parts: [...filled({ ...own, ...reasons }), ...(await materialParts(client, materials))],
    submittedById,
  };
}

/** What the sheet of a change is about that waits for its signature: the reason that is published, and the new text. */
export async function changeReviewed(
  client: Client,
  { slug }: PolicyRecord,
  change: NonNullable<PolicyRecord["change"]>,
): Promise<Reviewed> {
  const clauses = change.textId ? await findClauses(client, change.textId) : [];
  const text = clauses.map(({ number, heading, text, note }) => [number, heading, text, note ?? ""].join("\n"));
  return {
    subject: { kind: "policy", id: slug, part: changePart(change.id) },
    parts: filled({ change: change.reason, text: text.join("\n") }),
    submittedById: change.proposedById,
  };
}

/** What the sheet of a material is about that follows its released document. */
export async function materialReviewed(client: Client, material: MaterialRecord): Promise<Reviewed> {
  const { slug, submittedById } = material;
  const subject = { kind: "interpretation", id: slug, part: "material" };
  return { subject, parts: await materialParts(client, [material]), submittedById };
}

/** Each material by its title, with all that it says, also beside its film or picture. */
async function materialParts(client: Client, materials: readonly MaterialRecord[]): Promise<TextPart[]> {
  const media = await mediaOfMaterials(
    client,
    materials.map(({ slug }) => slug),
  );
  return materials.map(({ slug, kind, title, titleEn, summary, content }) => {
    const shown = media.get(slug);
    const beside = [shown?.title, shown?.captions, shown?.transcript, shown?.textAlternative];
    const words = [title, titleEn, summary, ...wordsOf(readContent(kind, content)), ...beside];
    return { place: title, text: words.filter(Boolean).join("\n") };
  });
}

const CODES = ["kind", "form", "needed", "clauses"];

function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (CODES.includes(name) ? [] : wordsOf(part)));
}

function filled(texts: Record<string, string | null>): TextPart[] {
  return Object.entries(texts).flatMap(([place, text]) => (text ? [{ place, text }] : []));
}

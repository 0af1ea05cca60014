import type { Client } from "~/platform/db.server";
import type { MaterialKind } from "./material";
import { readContent, wordsIn } from "./material-content";
import { findMaterials, type MaterialRecord } from "./material-store.server";
import { findClauses, findPolicy } from "./policy-store.server";
import { countRatings, findQuestions, findRatingReasons } from "./reader-store.server";

export interface ReleasedMaterial {
  slug: string;
  kind: MaterialKind;
  title: string;
  releasedAt: Date;
  words: string;
  ratings: { yes: number; partly: number; no: number };
  /** Why readers did not understand, newest first. */
  ratingReasons: string[];
}

/** What a check of the interpretation of a released document looks at, with what readers made of it. */
export interface InterpretationFacts {
  releasedAt: Date | null;
  hasException: boolean;
  isInterpreted: boolean;
  planned: MaterialKind[];
  clauses: { number: string; heading: string; text: string }[];
  materials: ReleasedMaterial[];
  questions: { number: number; text: string; isWaiting: boolean }[];
}

/** Null for a document that there is none of, or that is not released. */
export async function interpretationFacts(client: Client, slug: string): Promise<InterpretationFacts | null> {
  const policy = await findPolicy(client, slug);
  if (!policy || policy.state !== "released") return null;
  const clauses = policy.text ? await findClauses(client, policy.text.id) : [];
  const materials = (await findMaterials(client, policy.id)).filter(({ state }) => state === "released");
  const counts = await countRatings(
    client,
    materials.map(({ id }) => id),
  );
  const read: ReleasedMaterial[] = [];
  for (const material of materials) read.push(await readMaterial(client, material, counts.get(material.id)));
  return {
    ...{ releasedAt: policy.releasedAt, isInterpreted: policy.isInterpreted },
    hasException: policy.exception?.isSigned === true,
    planned: policy.forms.map(({ kind }) => kind),
    clauses: clauses.map(({ number, heading, text }) => ({ number, heading, text })),
    materials: read,
    questions: (await findQuestions(client, policy.id)).map(({ number, text, state }) => ({
      ...{ number, text },
      isWaiting: state === "waiting",
    })),
  };
}

async function readMaterial(
  client: Client,
  { id, slug, kind, title, content, releasedAt }: MaterialRecord,
  counts: Map<string, number> | undefined,
): Promise<ReleasedMaterial> {
  const reasons = await findRatingReasons(client, id);
  const of = (answer: string) => counts?.get(answer) ?? 0;
  return {
    ...{ slug, kind, title, releasedAt: releasedAt! },
    words: wordsIn(readContent(kind, content)),
    ratings: { yes: of("yes"), partly: of("partly"), no: of("no") },
    ratingReasons: reasons.flatMap(({ reason }) => reason ?? []),
  };
}

import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import type { MaterialKind } from "./material";
import { COMPULSORY_KINDS } from "./material";
import { findSignedExceptions } from "./policy-list-store.server";

export interface PublicException {
  policy: { slug: string; title: string; titleEn: string | null; documentNumber: string | null };
  unit: { name: string; nameEn: string };
  reason: string;
  signedOn: PlainDate;
  promisedOn: PlainDate;
  releasedOn: PlainDate;
  /** The day of the first written material since; null while it is owed. */
  keptOn: PlainDate | null;
  isLate: boolean;
}

/** Every exception from 三同步 that a leader signed and whose document is public, the newest first. */
export async function listExceptions(
  { db, now }: Deps,
  paging: { page: number; pageSize: number },
): Promise<{ items: PublicException[]; total: number }> {
  const today = plainDateOf(now);
  const { rows, total } = await findSignedExceptions(db.client, paging);
  return { total, items: rows.map((row) => itemOf(row, today)) };
}

type Row = Awaited<ReturnType<typeof findSignedExceptions>>["rows"][number];

function itemOf({ reason, decidedAt, promisedOn, policy }: Row, today: PlainDate): PublicException {
  const { slug, title, titleEn, documentNumber, unit, materials } = policy;
  const written = materials.find(({ kind }) => (COMPULSORY_KINDS as readonly MaterialKind[]).includes(kind as "text"));
  const keptOn = written?.releasedAt ? plainDateOf(written.releasedAt) : null;
  return {
    policy: { slug, title, titleEn, documentNumber },
    ...{ unit, reason, promisedOn, keptOn },
    signedOn: plainDateOf(decidedAt!),
    releasedOn: plainDateOf(policy.releasedAt!),
    isLate: (keptOn ?? today) > promisedOn,
  };
}

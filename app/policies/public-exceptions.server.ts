import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { verifiedPapersOf, type PaperMark } from "~/reviews/paper.server";
import type { MaterialKind } from "./material";
import { COMPULSORY_KINDS } from "./material";
import { paperOfException } from "./paper-place";
import { findSignedExceptions } from "./policy-list-store.server";

export interface PublicException {
  policy: { slug: string; title: string; titleEn: string | null; documentNumber: string | null };
  unit: { name: string; nameEn: string };
  reason: string;
  signedOn: PlainDate;
  /** The number of the 批示件 that it was recorded from. */
  paper: string | null;
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
  const slugs = rows.map(({ policy }) => policy.slug);
  const papers = await verifiedPapersOf({ db }, "policy", slugs);
  return { total, items: rows.map((row) => itemOf(row, papers.get(row.policy.slug) ?? [], today)) };
}

type Row = Awaited<ReturnType<typeof findSignedExceptions>>["rows"][number];

function itemOf(
  { id, reason, decidedAt, promisedOn, policy }: Row,
  papers: readonly PaperMark[],
  today: PlainDate,
): PublicException {
  const paper = paperOfException(papers, id);
  const { slug, title, titleEn, documentNumber, unit, materials } = policy;
  const written = materials.find(({ kind }) => (COMPULSORY_KINDS as readonly MaterialKind[]).includes(kind as "text"));
  const keptOn = written?.releasedAt ? plainDateOf(written.releasedAt) : null;
  return {
    policy: { slug, title, titleEn, documentNumber },
    ...{ unit, reason, promisedOn, keptOn },
    ...{ signedOn: paper?.statedOn ?? plainDateOf(decidedAt!), paper: paper?.number ?? null },
    releasedOn: plainDateOf(policy.releasedAt!),
    isLate: (keptOn ?? today) > promisedOn,
  };
}

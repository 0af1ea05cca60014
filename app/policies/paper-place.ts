import type { PackageState } from "./policy-package";

/** What is signed of a package: the whole of it, a leader's exception, or a change to what is public. */
export interface PaperPlace {
  part: string;
  what: "package" | "exception" | "change";
}

/** Under which the signatures on a material that followed its document are kept. */
export const MATERIAL_PAPER_PART = "material";

function exceptionPart(id: number): string {
  return `exception-${id}`;
}

/** Under which papers and sheet of a change are kept. */
export function changePart(id: number): string {
  return `change-${id}`;
}

/** A leader's decision, and not a step of the unit's own sign-off. */
export function isLeaders({ what }: Pick<PaperPlace, "what">): boolean {
  return what === "exception";
}

/** The 批示件 by which a leader decided on the exception; undefined when it was decided here. */
export function paperOfException<P extends { part: string }>(papers: readonly P[], id: number): P | undefined {
  return papers.find(({ part }) => part === exceptionPart(id));
}

/** The 发文稿纸 by which the change was signed; undefined when it was signed here. */
export function paperOfChange<P extends { part: string }>(papers: readonly P[], id: number): P | undefined {
  return papers.find(({ part }) => part === changePart(id));
}

/**
 * The 批示件 by which a leader marked a lapse in the yearly review: it is verified at the instant at which the change is
 * signed. Undefined when it was decided here.
 */
export function paperOfReview<P extends { act: string; verifiedAt: Date }>(
  papers: readonly P[],
  { decidedAt }: { decidedAt: Date | null },
): P | undefined {
  return papers.find(({ act, verifiedAt }) => act === "agree" && +verifiedAt === Number(decidedAt));
}

/** What of the package may be signed on paper now; null when nothing waits for a signature. */
export function paperPlaceOf({
  state,
  exception,
  change,
}: {
  state: PackageState;
  exception: { id: number; isSigned: boolean } | null;
  change: { id: number } | null;
}): PaperPlace | null {
  if (state === "in_review") return { part: "package", what: "package" };
  if (state === "released" && change) return { part: changePart(change.id), what: "change" };
  if (state !== "preparing" || !exception || exception.isSigned) return null;
  return { part: exceptionPart(exception.id), what: "exception" };
}

import type { PackageState } from "./policy-package";

/** What is signed of a package: the whole of it, or a leader's exception. */
export interface PaperPlace {
  part: string;
  /** A leader's decision, and not a step of the unit's own sign-off. */
  isLeaders: boolean;
}

function exceptionPart(id: number): string {
  return `exception-${id}`;
}

/** The 批示件 by which a leader decided on the exception; undefined when it was decided here. */
export function paperOfException<P extends { part: string }>(papers: readonly P[], id: number): P | undefined {
  return papers.find(({ part }) => part === exceptionPart(id));
}

/** What of the package may be signed on paper now; null when nothing waits for a signature. */
export function paperPlaceOf({
  state,
  exception,
}: {
  state: PackageState;
  exception: { id: number; isSigned: boolean } | null;
}): PaperPlace | null {
  if (state === "in_review") return { part: "package", isLeaders: false };
  if (state !== "preparing" || !exception || exception.isSigned) return null;
  return { part: exceptionPart(exception.id), isLeaders: true };
}

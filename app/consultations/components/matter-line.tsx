import { href } from "~/ui/href";
import { ThreadCounts } from "~/ui/thread";

export interface MatterLineProps {
  thread: { slug: string; comments: number; changes: number | null };
  /** The documents that came of it, with how many materials explain each. */
  policies: { slug: string; materials: number }[];
}

/** 脉络 of a whole matter: from the comments to the answers, the clauses that changed, and what explains the result. */
export function MatterLine({ thread: { slug, comments, changes }, policies }: MatterLineProps) {
  const at = `/consultations/${slug}`;
  const [policy] = policies;
  return (
    <ThreadCounts
      counts={[
        { kind: "comment", count: comments, href: href(at) },
        { kind: "answer", count: comments, href: href(`${at}/outcome`) },
        ...(changes === null ? [] : [{ kind: "change" as const, count: changes, href: href(`${at}/changes`) }]),
        ...(policy ? [explained(policy.slug, policies)] : []),
      ]}
    />
  );
}

function explained(slug: string, policies: MatterLineProps["policies"]) {
  const count = policies.reduce((sum, { materials }) => sum + materials, 0);
  return { kind: "interpretation" as const, count, href: href(`/policies/${slug}#understand`) };
}

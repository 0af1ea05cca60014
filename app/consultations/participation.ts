import { addDays, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { displayOf, STANCES, type CommentFacts, type Stance } from "./comment";

type Counted = Pick<
  CommentFacts,
  | "channel"
  | "clauseId"
  | "stance"
  | "consentsToPublish"
  | "consentWithdrawnAt"
  | "review"
  | "publishedAt"
  | "publishedBody"
  | "erasedAt"
> & { receivedAt: Date };

/**
 * Who took part in what. What a comment is about and which way it leans is told only where its words are public:
 * of all others number, state and time are, so they are counted in `hidden`. The days count every comment.
 */
export interface Participation {
  /** In the order of the draft; without an id: the whole draft, or a clause that is gone. */
  clauses: { id: string | null; count: number }[];
  stances: Record<Stance | "none", number>;
  shown: number;
  hidden: number;
  /** Every day from the first comment to the last, without gaps. */
  days: { day: PlainDate; count: number }[];
}

/** Counts the public's comments; `clauseIds` are those of the draft, in its order. */
export function participation(comments: readonly Counted[], clauseIds: readonly string[]): Participation {
  const ours = comments.filter(({ channel }) => channel !== "written_inquiry");
  const shown = ours.filter((comment) => displayOf(comment) === "shown");
  const known = new Set(clauseIds);
  const byClause = countBy(shown, ({ clauseId }) => (clauseId !== null && known.has(clauseId) ? clauseId : null));
  const byStance = countBy(shown, ({ stance }) => stance ?? "none");
  return {
    clauses: [null, ...clauseIds].flatMap((id) => {
      const count = byClause.get(id);
      return count ? [{ id, count }] : [];
    }),
    stances: Object.fromEntries([...STANCES, "none" as const].map((key) => [key, byStance.get(key) ?? 0])) as Record<
      Stance | "none",
      number
    >,
    shown: shown.length,
    hidden: ours.length - shown.length,
    days: daysOf(ours.map(({ receivedAt }) => plainDateOf(receivedAt))),
  };
}

function daysOf(received: readonly PlainDate[]): Participation["days"] {
  const counts = countBy(received, (day) => day);
  const days = [...counts.keys()].toSorted();
  const found: Participation["days"] = [];
  const last = days.at(-1);
  for (let day = days[0]; day !== undefined && last !== undefined && day <= last; day = addDays(day, 1))
    found.push({ day, count: counts.get(day) ?? 0 });
  return found;
}

function countBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

import { coverage, cut, weighing } from "~/words/overlap";

interface Answered {
  title: string;
  body: string;
}

/** Less in common than this is another matter. */
const LEAST_COVERAGE = 0.12;

/**
 * The earlier messages that speak of the same matter, the nearest first, at most `limit`. Rare words count more than
 * those that every letter has. Which messages may be shown at all is decided before, in the query.
 */
export function rankSimilar<T extends Answered>(message: Answered, earlier: readonly T[], limit: number): T[] {
  const asked = cut(`${message.title}\n${message.body}`);
  const cuts = earlier.map(({ title, body }) => cut(`${title}\n${body}`));
  const weigh = weighing([asked, ...cuts]);
  return earlier
    .map((one, index) => ({ one, share: cuts[index] ? coverage(asked, cuts[index], weigh) : 0 }))
    .filter(({ share }) => share >= LEAST_COVERAGE)
    .sort((a, b) => b.share - a.share)
    .slice(0, limit)
    .map(({ one }) => one);
}

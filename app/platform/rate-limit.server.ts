import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "./env.server";
import { Refused } from "./refusal";

/** How often one address may do what costs work or invites guessing. House settings, in points per window. */
const TIERS = {
  comment: { points: 120, duration: 600 },
  rating: { points: 60, duration: 600 },
  question: { points: 30, duration: 600 },
  receipt: { points: 60, duration: 600 },
  track: { points: 30, duration: 600 },
  search: { points: 240, duration: 60 },
} as const;

export type Tier = keyof typeof TIERS;

const limiters = new Map<Tier, RateLimiterMemory>();

/** Counts one use. Refusal: `too_many` (429) with the seconds to wait. */
export async function limitRate(tier: Tier, address: string): Promise<void> {
  if (env().RATE_LIMIT === "off") return;
  const limiter = limiters.get(tier) ?? new RateLimiterMemory({ ...TIERS[tier], keyPrefix: tier });
  limiters.set(tier, limiter);
  try {
    await limiter.consume(address);
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    throw new Refused(
      [{ code: "too_many", params: { seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) } }],
      429,
    );
  }
}

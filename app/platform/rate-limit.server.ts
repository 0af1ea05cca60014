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
  /** In KiB: what is set aside before anybody knows whether it is wanted. */
  upload: { points: 500 * 1024, duration: 600 },
} as const;

export type Tier = keyof typeof TIERS;

const limiters = new Map<Tier, RateLimiterMemory>();

/** Counts one use, or as many points as it costs. Refusal: `too_many` (429) with the seconds to wait. */
export async function limitRate(tier: Tier, address: string, points = 1): Promise<void> {
  if (env().RATE_LIMIT === "off") return;
  const limiter = limiters.get(tier) ?? new RateLimiterMemory({ ...TIERS[tier], keyPrefix: tier });
  limiters.set(tier, limiter);
  try {
    await limiter.consume(address, points);
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
    throw new Refused([{ code: "too_many", params: { seconds, minutes: Math.ceil(seconds / 60) } }], 429);
  }
}

/**
 * Counts the bytes of a form that may carry files, as it announces them; one that does not say is taken for `most`.
 * Refusal: `too_many` (429): its words may still be read, its files are not to be stored.
 */
export async function limitUploads(request: Request, address: string, most: number): Promise<void> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data")) return;
  const announced = Number(request.headers.get("Content-Length") ?? most);
  await limitRate("upload", address, Math.ceil(Math.min(announced, most) / 1024));
}

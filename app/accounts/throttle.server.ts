import { isIPv6 } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "~/platform/env.server";
import { sha256 } from "~/platform/ids.server";
import { Refused } from "~/platform/refusal";

const WINDOW_SECONDS = 15 * 60;

/** Failed attempts in a window, counted for the account that is tried and for the address that tries. House settings. */
export const FAILURES_PER_ACCOUNT = 10;
export const FAILURES_PER_ADDRESS = 40;

const byAccount = new RateLimiterMemory({ points: FAILURES_PER_ACCOUNT, duration: WINDOW_SECONDS });
const byAddress = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration: WINDOW_SECONDS });

export interface Attempt {
  username: string;
  address: string;
}

/**
 * Counts an attempt before the password is looked at, so that attempts sent at once are counted too. Refusal:
 * `sign_in_throttled` (429) with the seconds to wait, the same for accounts that exist and those that do not.
 */
export async function countAttempt(attempt: Attempt): Promise<void> {
  if (env().RATE_LIMIT === "off") return;
  try {
    await byAddress.consume(addressKey(attempt.address));
    await byAccount.consume(bucket(attempt.username));
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
    throw new Refused([{ code: "sign_in_throttled", params: { seconds, minutes: Math.ceil(seconds / 60) } }], 429);
  }
}

/** A successful attempt does not count: only failures bring anybody nearer to the limit. */
export async function forgiveAttempt({ username, address }: Attempt): Promise<void> {
  if (env().RATE_LIMIT === "off") return;
  await byAddress.reward(addressKey(address));
  await byAccount.delete(bucket(username));
}

/** One household or office has a whole IPv6 /64; its addresses count together. */
function addressKey(address: string): string {
  return bucket(isIPv6(address) ? networkOf(address) : address);
}

function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const rest = tail?.split(":").filter(Boolean) ?? [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => "0");
  return [...groups, ...zeros, ...rest].slice(0, 4).join(":");
}

/** 65,536 counters at most, whatever names and addresses are invented. */
function bucket(text: string): string {
  return sha256(text).slice(0, 4);
}

import { expect } from "vitest";
import { Refused, type Reason, type RefusalStatus } from "~/platform/refusal";

/** What a verb refused with; fails the test when it went ahead, or failed in another way. */
export async function refusalOf(
  work: Promise<unknown> | (() => Promise<unknown>),
): Promise<{ status: RefusalStatus; codes: string[]; reasons: Reason[] }> {
  const refused = await (typeof work === "function" ? Promise.resolve().then(work) : work).then(
    () => new Error("It was not refused"),
    (error: unknown) => error,
  );
  if (!(refused instanceof Refused)) expect.fail(String(refused));
  return { status: refused.status, codes: refused.reasons.map(({ code }) => code), reasons: refused.reasons };
}

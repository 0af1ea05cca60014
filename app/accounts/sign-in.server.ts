import type { Deps } from "~/platform/db.server";
import { Refused } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { isUsername, normaliseUsername } from "./account";
import { GUEST, type Person } from "./actor";
import { isPassword } from "./password.server";
import { openSession } from "./session.server";
import { sessionCookie } from "./session-cookie.server";
import { findAccount, type AccountRecord } from "./store.server";
import { countAttempt, forgiveAttempt } from "./throttle.server";

export interface Credentials {
  username: string;
  password: string;
}

/** Where and when the attempt is made; sessions live by the real clock. */
export interface SignInContext {
  request: Request;
  address: string;
  realNow?: Date;
}

export interface SignedIn {
  person: Person;
  /** The Set-Cookie header of the new session. */
  cookie: string;
}

/**
 * Signs a person in under a new session. Refusals: `sign_in_failed` (422), the same after the same work for an unknown
 * name, a wrong password and a suspended account; `sign_in_throttled` (429).
 */
export async function signIn(credentials: Credentials, context: SignInContext, deps: Deps): Promise<SignedIn> {
  const username = normaliseUsername(credentials.username.slice(0, 200));
  const attempt = { username, address: context.address };
  await countAttempt(attempt);
  const account = isUsername(username) ? await findAccount(deps.db.client, username) : null;
  const isRight = await isPassword(credentials.password, account?.passwordHash ?? null);
  if (!account || !isRight || account.isSuspended) return refuse(account, deps);
  await forgiveAttempt(attempt);
  return admit(account.person, context, deps);
}

async function admit(person: Person, { request, realNow }: SignInContext, deps: Deps): Promise<SignedIn> {
  const id = await transact(deps, async (tx, record) => {
    const subject = { kind: "account", id: person.accountId };
    record({ kind: "account.signed_in", subject, actor: person, payload: {} });
    return openSession(tx, request, person, realNow ?? new Date());
  });
  return { person, cookie: sessionCookie(id, request) };
}

async function refuse(account: AccountRecord | null, deps: Deps): Promise<never> {
  await transact(deps, async (_tx, record) => {
    const subject = { kind: "account", id: account?.person.accountId ?? "none" };
    record({ kind: "account.sign_in_failed", subject, actor: GUEST, payload: {} });
  });
  throw new Refused([{ code: "sign_in_failed" }]);
}

import type { Deps } from "~/platform/db.server";
import { transact } from "~/timeline/transact.server";
import { endSession, getActor } from "./session.server";
import { endedSessionCookie } from "./session-cookie.server";

/** Ends the session on the server too, so that a copied cookie opens nothing. Returns the Set-Cookie header. */
export async function signOut(request: Request, deps: Deps, realNow = new Date()): Promise<string> {
  const actor = await getActor(request, deps, realNow);
  if (actor.kind === "person") {
    await transact(deps, async (tx, record) => {
      await endSession(tx, request);
      const subject = { kind: "account", id: actor.accountId };
      record({ kind: "account.signed_out", subject, actor, payload: {} });
    });
  }
  return endedSessionCookie(request);
}

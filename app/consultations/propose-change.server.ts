import { accountIdOf, type Actor } from "~/accounts/actor";
import type { PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { keyedDigest } from "~/platform/secrets.server";
import { digest } from "~/timeline/chain.server";
import { tidyText } from "~/forms/words";
import { insertProposal } from "./consultation-store.server";
import { performAct, type ActInput } from "./perform-act.server";
import { extensionRefusals } from "./period";
import { reasonRefusals } from "./remark-rules";

/** More time, or the end of the consultation: both are published with their reason once the approver has signed. */
export type ProposedChange = { act: "extend"; closesOn: PlainDate | null; reason: string | null } | ProposedWithdrawal;

interface ProposedWithdrawal {
  act: "withdraw";
  reason: string | null;
}

/** The handling officer proposes; nothing changes for the public before the approver signs. One proposal at a time. */
export function proposeChange(actor: Actor, input: ActInput & ProposedChange, deps: Deps) {
  return performAct(actor, input.act, input, deps, {
    reasons: ({ facts }) => [
      ...reasonRefusals(input.reason),
      ...(input.act === "extend" ? extensionRefusals({ ...input, reason: "-" }, facts, deps.now) : []),
    ],
    write: async ({ tx, facts }) => {
      const reason = tidyText(input.reason ?? "");
      const closesOn = input.act === "extend" ? input.closesOn : null;
      const proposal = await insertProposal(tx, {
        consultationId: facts.id,
        act: input.act,
        closesOn,
        reason,
        proposedById: accountIdOf(actor) ?? "",
        proposedAt: deps.now,
      });
      const salt = keyedDigest("proposal", String(proposal)).toString("hex");
      return { payload: { proposal, closesOn, digest: digest(salt, reason) } };
    },
    event: () => (input.act === "extend" ? "consultation.extension_proposed" : "consultation.withdrawal_proposed"),
  });
}

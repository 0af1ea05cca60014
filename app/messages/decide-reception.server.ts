import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { clockSettings } from "./clock-settings.server";
import { kindRefusals, type DeclineGround, type ReferralChannel } from "./dispatch";
import type { MessageKind } from "./message";
import type { MessageRecord } from "./message-store.server";
import { performMessageAct, type ActInput } from "./perform-message-act.server";
import { tellSender } from "./tell-sender.server";

/** 受理: the office says that it will be handled. Refusals: those of `performMessageAct`. */
export function acceptMessage(actor: Actor, input: ActInput, deps: Deps): Promise<MessageRecord> {
  return performMessageAct(actor, "accept", input, deps);
}

/** 不予受理, on one of ten grounds and with a reason the sender reads. */
export function declineMessage(
  actor: Actor,
  { ground, reason, ...input }: ActInput & { ground: DeclineGround; reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "decline", input, deps, {
    write: async ({ tx, facts }) => {
      await tellSender(tx, facts, "message_declined", {}, deps.now);
      return { data: { declineGround: ground }, payload: { ground }, step: { ground, text: reason } };
    },
  });
}

export interface Referral {
  channel: ReferralChannel;
  name: string;
  contact: string;
  rule: string;
  reason: string | null;
}

/** 转入法定渠道: 信访事项 and 信息公开申请 are never simply declined; the sender is told who, how to reach them and the rule. */
export function referMessage(
  actor: Actor,
  { channel, name, contact, rule, reason, ...input }: ActInput & Referral,
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "refer", input, deps, {
    write: async ({ tx, facts }) => {
      await tellSender(tx, facts, "message_referred", {}, deps.now);
      return {
        data: { referralChannel: channel, referralName: name, referralContact: contact, referralRule: rule },
        payload: { channel },
        step: { ground: channel, text: reason },
      };
    },
  });
}

/** Another kind than the sender chose, with a reason the sender reads. The new kind's clock runs from the same day. */
export function changeKind(
  actor: Actor,
  { kind, reason, ...input }: ActInput & { kind: MessageKind; reason: string },
  deps: Deps,
): Promise<MessageRecord> {
  return performMessageAct(actor, "change_kind", input, deps, {
    reasons: ({ facts }) => kindRefusals(facts, kind),
    write: async ({ reading }) => {
      const { answerDays, extendedDays } = await clockSettings(reading);
      return {
        carried: { kind },
        data: { clockDays: answerDays[kind], extendedDays: extendedDays[kind] },
        payload: { kind },
        step: { ground: kind, text: reason },
      };
    },
  });
}

import { accountIdOf, type Actor } from "~/accounts/actor";

/** Which message, and whether whoever asks has shown its receipt with the tail of the contact. */
export interface OwnInput {
  number: string;
  holdsReceipt: boolean;
}

/** Whether this is the sender: by the receipt, or signed in with the account the message was sent from. */
export function isSender(
  actor: Actor,
  message: { accountId: string | null },
  { holdsReceipt }: Pick<OwnInput, "holdsReceipt">,
): boolean {
  const accountId = accountIdOf(actor);
  return holdsReceipt || (accountId !== null && accountId === message.accountId);
}

import type { Actor } from "~/accounts/actor";
import type { AttachmentRecord } from "~/attachments/attachment";
import { attachmentById } from "~/attachments/queries.server";
import type { Deps } from "~/platform/db.server";
import { findMessage } from "./message-store.server";
import { maySee } from "./permissions";
import { isSender } from "./sender.server";

/** The file of a message for its sender and for whoever sees the message at a desk; null for everyone else. */
export async function readableMessageFile(
  id: string,
  asking: { actor: Actor; holdsMessage: (number: string) => boolean },
  deps: Pick<Deps, "db">,
): Promise<AttachmentRecord | null> {
  const file = await attachmentById(deps, id);
  const message = file?.messageNumber ? await findMessage(deps.db.client, file.messageNumber) : null;
  if (!file || !message) return null;
  const { actor, holdsMessage } = asking;
  const isOwn = isSender(actor, message, { holdsReceipt: holdsMessage(message.number) });
  return isOwn || maySee(actor, message) ? file : null;
}

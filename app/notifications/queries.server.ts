import { holds, rightsOf, type Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { maskRecipient, type NoticeChannel } from "./notice";
import type { NoticeRow } from "./notice-row";
import { mayTell } from "./record-call.server";
import { textOf } from "./send-due-notices.server";
import { countNotices, listNotices, type StoredNotice } from "./store.server";

export const NOTICES_PAGE_SIZE = 20;

export interface NoticesPage {
  rows: NoticeRow[];
  total: number;
  /** How many people wait to be told by phone or letter. */
  calls: number;
}

/**
 * The outbox of this person's units; the open-government office reads that of all. Recipients and receipt codes are
 * masked for everyone but the officers who tell people. Refusal: `not_found` for whoever works in no unit.
 */
export async function noticesPage(
  actor: Actor,
  { channel, isOpen, page }: { channel: NoticeChannel | null; isOpen: boolean; page: number },
  deps: Pick<Deps, "db">,
): Promise<NoticesPage> {
  const { client } = deps.db;
  const unitCodes = holds(actor, "supervisor") ? null : workingUnits(actor);
  if (unitCodes?.length === 0) throw refuseAsNotFound();
  const filter = { unitCodes, ...(channel ? { channel } : {}), isOpen };
  const { items, total } = await listNotices(client, filter, { page, pageSize: NOTICES_PAGE_SIZE });
  const names = await accountNames(
    deps,
    items.map(({ doneById }) => doneById),
  );
  return {
    rows: items.map((notice) => rowOf(notice, actor, names)),
    total,
    calls: await countNotices(client, { unitCodes, channel: "phone", isOpen: true }),
  };
}

function workingUnits(actor: Actor): string[] {
  const working = rightsOf(actor).filter(({ role }) => ["handling_officer", "reviewer", "approver"].includes(role));
  return [...new Set(working.map(({ unit }) => unit))];
}

function rowOf(notice: StoredNotice, actor: Actor, names: ReadonlyMap<string, string>): NoticeRow {
  const isUnmasked = mayTell(actor, notice.unitCode);
  const { id, kind, subjectKind, subjectId, createdAt, sentAt, attempts, lastError, doneAt } = notice;
  const { subject, text, sms } = textOf(notice, { hidesCode: !isUnmasked });
  const channel = notice.channel as NoticeChannel;
  return {
    ...{ id, kind, channel, subjectKind, subjectId, createdAt, sentAt, attempts, lastError, doneAt },
    recipient: isUnmasked ? notice.recipient : maskRecipient(notice.recipient),
    doneBy: names.get(notice.doneById ?? "") ?? null,
    subject: channel === "sms" ? null : subject,
    text: channel === "sms" ? sms : text,
    mayTell: isUnmasked && channel === "phone" && doneAt === null,
  };
}

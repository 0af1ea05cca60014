import type { PlainDate } from "~/calendar/plain-date";
import type { Tx } from "~/platform/db.server";
import type { NewNotice } from "~/notifications/notice";
import { queueNotices } from "~/notifications/queue-notice.server";
import { findReachable, type Reachable } from "./completion-store.server";
import type { ConsultationRecord } from "./consultation-store.server";

type Told = Pick<ConsultationRecord, "id" | "slug" | "title" | "unitCode" | "unit">;

const PER_READING = 1000;

/** Tells everyone who left a contact what became of each of their comments, in the language of its form. Returns how many notices were written. */
export function notifyOfEnd(
  tx: Tx,
  consultation: Told,
  kind: "outcome_published" | "consultation_withdrawn",
  now: Date,
): Promise<number> {
  return notifyEach(tx, consultation, now, (comments) =>
    comments.map(({ number, contact, language, outcome }) => ({
      ...{ contact, language, unitCode: consultation.unitCode },
      kind,
      subject: { kind: "comment", id: String(number) },
      params: { ...paramsOf(consultation), number, outcome: outcome ?? "" },
    })),
  );
}

/** Tells everyone who left a contact, once, that there is more time. */
export function notifyOfExtension(tx: Tx, consultation: Told, closesOn: PlainDate, now: Date): Promise<number> {
  const told = new Set<string>();
  return notifyEach(tx, consultation, now, (comments) =>
    comments.flatMap(({ contact, language }) => {
      const address = contact.trim();
      if (told.has(address)) return [];
      told.add(address);
      return {
        ...{ contact, language, unitCode: consultation.unitCode },
        kind: "consultation_extended" as const,
        subject: { kind: "consultation", id: consultation.slug },
        params: { ...paramsOf(consultation), closesOn },
      };
    }),
  );
}

async function notifyEach(
  tx: Tx,
  consultation: Told,
  now: Date,
  noticesOf: (comments: Reachable[]) => NewNotice[],
): Promise<number> {
  let count = 0;
  for (let after = 0; ;) {
    const comments = await findReachable(tx, consultation.id, { after, take: PER_READING });
    const notices = noticesOf(comments);
    await queueNotices(tx, notices, now);
    count += notices.length;
    if (comments.length < PER_READING) return count;
    after = comments[comments.length - 1]!.number;
  }
}

function paramsOf({ slug, title, unit }: Told) {
  return { slug, title, unit: unit.name };
}

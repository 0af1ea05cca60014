import type { Actor } from "~/accounts/actor";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { postRefusals } from "./comment";
import { refusals, type Act } from "./consultation";
import { findAndLock } from "./consultation-store.server";
import { storeEntered } from "./enter-comment.server";
import { inquiryRefusals, replyRefusals, type ReplyKind } from "./inquiry";
import { mayAct } from "./permissions";
import { draftClauseIds, findInquiry, insertInquiry, markReplied } from "./processing-store.server";
import { because } from "./reasons";

export interface InquiryInput {
  slug: string;
  bodyName: string;
  askedOn: PlainDate;
  dueOn: PlainDate;
}

/** 函询: enters a body asked in writing, with its deadline. */
export function recordInquiry(actor: Actor, input: InquiryInput, deps: Deps): Promise<{ id: number }> {
  const { slug, bodyName, askedOn, dueOn } = input;
  return transact(deps, async (tx, record) => {
    const consultation = await findFor(actor, "record_inquiry", tx, slug, deps);
    requireNone([
      ...refusals("record_inquiry", consultation, actor, deps.now),
      ...inquiryRefusals({ bodyName, askedOn, dueOn }, plainDateOf(deps.now)),
    ]);
    const id = await insertInquiry(tx, { consultationId: consultation.id, bodyName, askedOn, dueOn });
    record({
      kind: "consultation.inquiry_sent",
      subject: { kind: "consultation", id: slug },
      actor,
      happenedOn: askedOn,
      payload: { inquiry: id, dueOn },
    });
    return { id };
  });
}

export interface ReplyInput {
  slug: string;
  inquiry: number;
  repliedOn: PlainDate;
  replyKind: ReplyKind;
  clause: string | null;
  body: string | null;
  publish: boolean;
}

/** Enters a body's reply: an opinion becomes a comment of its own channel, which gets an outcome too; or 无意见. */
export function recordReply(actor: Actor, input: ReplyInput, deps: Deps): Promise<{ number: number | null }> {
  return transact(deps, async (tx, record) => {
    const consultation = await findFor(actor, "record_reply", tx, input.slug, deps);
    const inquiry = await findInquiry(tx, input.inquiry);
    if (inquiry?.consultationId !== consultation.id) throw refuseAsNotFound();
    const { repliedOn, replyKind: kind, clause, body, publish } = input;
    const words = { body: body ?? "", suggestion: null, name: inquiry.bodyName, contact: null };
    const clauses = await draftClauseIds(tx, [consultation.draftId]);
    requireNone([
      ...refusals("record_reply", consultation, actor, deps.now),
      ...replyRefusals(inquiry, { repliedOn, kind, opinion: body }, plainDateOf(deps.now)),
      ...(kind === "opinion" && clause !== null && !clauses.has(clause) ? [because("clause_unknown", "clause")] : []),
      ...(kind === "opinion" && body ? postRefusals({ ...words, clause: null, from: null, to: null }, new Map()) : []),
    ]);
    const entered =
      kind === "opinion"
        ? await storeEntered(tx, record, {
            actor,
            consultation,
            deps,
            entry: {
              ...words,
              channel: "written_inquiry",
              statedOn: repliedOn,
              ...{ clause, from: null, to: null, quote: null, stance: null, publish },
              submitter: "organisation",
            },
          })
        : null;
    const number = entered?.number ?? null;
    if (!(await markReplied(tx, inquiry.id, { repliedOn, replyKind: kind, commentNumber: number }))) {
      throw new Refused([because("replied_already")], 409);
    }
    record({
      kind: "consultation.inquiry_replied",
      subject: { kind: "consultation", id: input.slug },
      actor,
      happenedOn: repliedOn,
      payload: { inquiry: inquiry.id, kind, comment: number },
    });
    return { number };
  });
}

async function findFor(actor: Actor, act: Act, tx: Parameters<typeof findAndLock>[0], slug: string, deps: Deps) {
  const consultation = await findAndLock(tx, deps.db.engine, slug, "share");
  if (!consultation || !mayAct(actor, act, consultation)) throw refuseAsNotFound();
  return consultation;
}

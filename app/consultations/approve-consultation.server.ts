import type { Actor } from "~/accounts/actor";
import { showAttachments } from "~/attachments/queries.server";
import { currentCalendar } from "~/calendar/queries.server";
import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { releaseReasons } from "~/reviews/read-sheet.server";
import type { Json } from "~/timeline/event";
import { findCompletion } from "./completion-store.server";
import type { ConsultationData, ConsultationRecord } from "./consultation-store.server";
import { notifyOfEnd } from "./notify-commenters.server";
import { completionRefusals } from "./outcome";
import { performAct, type ActContext, type ActInput } from "./perform-act.server";
import { preparedReasons } from "./prepared-facts.server";
import { reviewedOf } from "./release-texts.server";
import { remarkRefusals } from "./remark-rules";
import { keepRemark } from "./remark.server";

interface ApproveInput extends ActInput {
  remark?: string | null;
  /** With an outcome: whether the revised draft is published together with it. */
  releaseRevisedDraft?: boolean;
}

/**
 * The approver, a third person, signs. A consultation opens on its first day, or now when that is past already; an
 * outcome is published at once, and everyone with a contact is told. What was complete at submission is asked again, and
 * the release sheet where the district made it compulsory.
 */
export function approveConsultation(actor: Actor, input: ApproveInput, deps: Deps) {
  return performAct(actor, "approve", input, deps, {
    reasons: async (context) => [
      ...(await (isOutcome(context.facts) ? outcomeReasons(context, deps) : openingReasons(context, deps))),
      ...(await releaseReasons(context.tx, await reviewedOf(context.tx, context.facts))).reasons,
      ...remarkRefusals(input.remark),
    ],
    write: async (context) => {
      const written = await (isOutcome(context.facts)
        ? publishOutcome(context, input, deps)
        : publishConsultation(context, plainDateOf(deps.now)));
      const remark = await keepRemark(context, actor, "approve", input.remark, deps.now);
      return { data: written.data, payload: { ...written.payload, ...remark } };
    },
    event: (facts) => (isOutcome(facts) ? "consultation.outcome_published" : "consultation.approved"),
  });
}

interface Written {
  data: ConsultationData;
  payload: { [key: string]: Json };
}

async function openingReasons({ tx, facts }: ActContext, { now }: Deps) {
  return preparedReasons(tx, facts, "approve", plainDateOf(now), await currentCalendar(tx));
}

async function outcomeReasons({ tx, facts }: ActContext, { now }: Deps) {
  return completionRefusals(await findCompletion(tx, facts), now, plainDateOf(now));
}

/** Nothing is published for a day that is past: the first day moves to the day of the signature. */
async function publishConsultation({ tx, facts }: ActContext, today: PlainDate): Promise<Written> {
  const { opensOn, closesOn, draftId } = facts;
  await showAttachments(tx, { consultationId: facts.id }, true);
  const first = opensOn && opensOn < today ? today : opensOn;
  return { data: { opensOn: first }, payload: { opensOn: first, closesOn, draftId } };
}

async function publishOutcome({ tx, facts }: ActContext, input: ApproveInput, { now }: Deps): Promise<Written> {
  const releaseRevisedDraft = Boolean(input.releaseRevisedDraft) && facts.revisedDraftId !== null;
  const notices = await notifyOfEnd(tx, facts, "outcome_published", now);
  return { data: { releaseRevisedDraft }, payload: { releaseRevisedDraft, notices } };
}

function isOutcome({ state }: ConsultationRecord): boolean {
  return state === "outcome_in_review";
}

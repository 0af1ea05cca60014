import { accountIdOf, type Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { randomId } from "~/platform/ids.server";
import {
  findClauses,
  insertConsultation,
  insertDraft,
  isSlugTaken,
  type ConsultationRecord,
} from "./consultation-store.server";
import { performAct, type ActContext, type ActInput } from "./perform-act.server";
import { DEFAULT_PERIOD_SETTINGS } from "./period";

/**
 * 再次征求意见: a new consultation in preparing, linked to this one, on its newest text. Clauses keep their ids, so that
 * what was said about one can be followed through the rounds. Returns the address of the new round.
 */
export async function openNextRound(actor: Actor, input: ActInput, deps: Deps): Promise<string> {
  let opened = "";
  await performAct(actor, "next_round", input, deps, {
    write: async (context) => {
      opened = await copyRound(context, actor, deps);
      return { payload: { nextRound: opened } };
    },
    event: () => "consultation.next_round_opened",
  });
  return opened;
}

async function copyRound({ tx, facts, record }: ActContext, actor: Actor, { now }: Deps): Promise<string> {
  const [id, round] = [randomId(), facts.round + 1];
  const slug = await slugOfRound(facts.slug, round, (name) => isSlugTaken(tx, name));
  await insertConsultation(tx, {
    ...copiedFields(facts),
    id,
    slug,
    round,
    previousRoundId: facts.id,
    outcomeDays: DEFAULT_PERIOD_SETTINGS.outcomeDays,
    preparedById: accountIdOf(actor),
    createdAt: now,
  });
  const source = facts.revisedDraftId ?? facts.draftId;
  if (source) {
    const draft = {
      id: randomId(),
      consultationId: id,
      kind: "consultation" as const,
      changeNote: null,
      createdAt: now,
    };
    await insertDraft(tx, draft, await findClauses(tx, source));
  }
  const payload = { unit: facts.unitCode, decisionKind: facts.decisionKind, round, previousRound: facts.slug, source };
  record({ kind: "consultation.prepared", subject: { kind: "consultation", id: slug }, actor, payload });
  return slug;
}

/** What stays true of the same matter. The period, its reasons and every signature are made anew. */
function copiedFields(facts: ConsultationRecord) {
  const { unitCode, title, titleEn, summary, summaryEn, decisionKind, explanatoryNote, legalBasis } = facts;
  const { contactName, contactPhone, contactEmail, contactAddress, showComments, askStance } = facts;
  return {
    ...{ unitCode, title, titleEn, summary, summaryEn, decisionKind, explanatoryNote, legalBasis },
    ...{ contactName, contactPhone, contactEmail, contactAddress, showComments, askStance },
  };
}

async function slugOfRound(slug: string, round: number, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const stem = slug.replace(/-r\d{1,3}$/, "").slice(0, 70);
  for (let number = round; ; number += 1) {
    const wanted = `${stem}-r${number}`;
    if (!(await isTaken(wanted))) return wanted;
  }
}

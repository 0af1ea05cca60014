import { accountIdOf, type Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import { receiptCode } from "~/platform/receipt-code.server";
import type { Reason } from "~/platform/refusal";
import { spacedReceiptCode } from "~/receipts/receipt.server";
import { refusals, shownState, transitionOf, type Act, type ShownState } from "./consultation";
import type { ConsultationRecord } from "./consultation-store.server";
import { deskConsultation } from "./desk-queries.server";
import {
  decidedRefusals,
  missingSteps,
  requiredSteps,
  type RequiredStep,
  type StepFacts,
  type StepKind,
} from "./dossier";
import { mayAct } from "./permissions";
import { decisionKindOf } from "./prepared-facts.server";
import type { NamedClause } from "./processing-facts";
import { namedClauses } from "./processing-queries.server";
import { findDeskComment, findInquiriesWithOutcome, listSteps } from "./processing-store.server";
import type { Outcome } from "./comment";
import type { ReplyKind } from "./inquiry";

/** What every page of a consultation's registers begins with. */
interface RegisterPage {
  slug: string;
  title: string;
  version: number;
  state: ShownState;
  /** Null without the right; otherwise every reason why nothing can be entered now. */
  blocked: Reason[] | null;
}

function registerPage(actor: Actor, act: Act, consultation: ConsultationRecord, { now }: Deps): RegisterPage {
  const { slug, title, version } = consultation;
  const mayEnter = mayAct(actor, act, consultation);
  const blocked = mayEnter ? refusals(act, consultation, actor, now) : null;
  return { slug, title, version, state: shownState(consultation, now), blocked };
}

// ---- Entering comments ------------------------------------------------------------------------------------------

export interface EnterPage extends RegisterPage {
  askStance: boolean;
  clauses: NamedClause[];
  /** What this person entered just now, with the receipt code to pass on; the code stands in no address and no log. */
  entered: { number: number; code: string } | null;
}

/** For the form that enters a letter, call, mail or meeting. Refusal: `not_found`. */
export async function enterPage(actor: Actor, slug: string, entered: number | null, deps: Deps): Promise<EnterPage> {
  const { client } = deps.db;
  const consultation = await deskConsultation(actor, slug, deps);
  const comment = entered === null ? null : await findDeskComment(client, entered);
  const isOwn = comment?.consultationId === consultation.id && comment.enteredById === accountIdOf(actor);
  return {
    ...registerPage(actor, "enter_comment", consultation, deps),
    askStance: consultation.askStance,
    clauses: await namedClauses(client, { ...consultation, revisedDraftId: null }),
    entered: isOwn ? { number: comment.number, code: spacedReceiptCode(receiptCode(comment.number)) } : null,
  };
}

// ---- Bodies asked in writing ------------------------------------------------------------------------------------

export interface InquiryRow {
  id: number;
  bodyName: string;
  askedOn: string;
  dueOn: string;
  repliedOn: string | null;
  replyKind: ReplyKind | null;
  commentNumber: number | null;
  outcome: Outcome | null;
  isOverdue: boolean;
}

export interface InquiriesPage extends RegisterPage {
  inquiries: InquiryRow[];
  clauses: NamedClause[];
}

/** The register of bodies asked in writing (函询). Refusal: `not_found`. */
export async function inquiriesPage(actor: Actor, slug: string, deps: Deps): Promise<InquiriesPage> {
  const consultation = await deskConsultation(actor, slug, deps);
  const today = plainDateOf(deps.now);
  const rows = await findInquiriesWithOutcome(deps.db.client, consultation.id);
  return {
    ...registerPage(actor, "record_inquiry", consultation, deps),
    clauses: await namedClauses(deps.db.client, { ...consultation, revisedDraftId: null }),
    inquiries: rows.map(({ comment, consultationId: _id, ...row }) => ({
      ...row,
      replyKind: row.replyKind as ReplyKind | null,
      outcome: (comment?.outcome ?? null) as Outcome | null,
      isOverdue: row.repliedOn === null && today > row.dueOn,
    })),
  };
}

// ---- The dossier ------------------------------------------------------------------------------------------------

export interface DossierStepRow {
  id: number;
  kind: StepKind;
  startedOn: string | null;
  happenedOn: string;
  holder: string;
  conclusion: string;
  recordedAt: Date;
  recordedBy: string | null;
  attachments: { id: string; fileName: string }[];
}

export interface DossierPage extends RegisterPage {
  required: (RequiredStep & { recordedOn: string | null })[];
  steps: DossierStepRow[];
  decision: { decidedOn: string; documentNumber: string | null; note: string | null } | null;
  /** Null when it is not this person's or not the time; otherwise what stands against it whatever is typed. */
  decide: Reason[] | null;
  hasRevisedDraft: boolean;
}

/** From notice to decision: which steps the kind of decision asks for, which are there. Refusal: `not_found`. */
export async function dossierPage(actor: Actor, slug: string, deps: Deps): Promise<DossierPage> {
  const consultation = await deskConsultation(actor, slug, deps);
  const rows = await listSteps(deps.db.client, consultation.id);
  const names = await accountNames(
    deps,
    rows.map(({ recordedById }) => recordedById),
  );
  const kind = decisionKindOf(consultation) ?? "other";
  const steps = rows.map(({ recordedById, consultationId: _id, kind: step, ...row }) => ({
    ...row,
    kind: step as StepKind,
    recordedBy: names.get(recordedById) ?? null,
  }));
  const missing = new Set(missingSteps(kind, steps).map((step) => step.kind));
  const { decidedOn, documentNumber, decidedNote } = consultation;
  return {
    ...registerPage(actor, "record_step", consultation, deps),
    required: requiredSteps(kind).map((step) => ({
      ...step,
      recordedOn: missing.has(step.kind) ? null : (steps.findLast((one) => one.kind === step.kind)?.happenedOn ?? null),
    })),
    steps,
    decision: decidedOn ? { decidedOn, documentNumber, note: decidedNote } : null,
    decide: decisionReasons(actor, consultation, steps, deps),
    hasRevisedDraft: consultation.revisedDraftId !== null,
  };
}

function decisionReasons(actor: Actor, consultation: ConsultationRecord, steps: StepFacts[], { now }: Deps) {
  if (!mayAct(actor, "record_decision", consultation) || !transitionOf("record_decision", consultation, now))
    return null;
  const today = plainDateOf(now);
  const dossier = { decisionKind: decisionKindOf(consultation) ?? "other", closesOn: null, steps };
  const guard = decidedRefusals({ adoptionAccount: "*", decidedOn: today }, dossier, today);
  return [...refusals("record_decision", consultation, actor, now), ...guard];
}

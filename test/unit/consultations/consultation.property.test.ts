import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountIdOf, type Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import {
  OUTCOMES,
  decideRefusals,
  displayOf,
  postRefusals,
  publishRefusals,
  withdrawConsentRefusals,
  withholdRefusals,
} from "~/consultations/comment";
import {
  ACTS,
  SHOWN_STATES,
  changesBy,
  refusals,
  shownState,
  turnOf,
  type Act,
  type ConsultationFacts,
  type ShownState,
} from "~/consultations/consultation";
import { decidedRefusals } from "~/consultations/dossier";
import { completionRefusals, outcomesByWithdrawal } from "~/consultations/outcome";
import { extensionRefusals, periodRefusals, withdrawalRefusals } from "~/consultations/period";
import {
  approver,
  at,
  calendar,
  comment,
  everyRole,
  guest,
  handler,
  lifts,
  neighbour,
  office,
  person,
  reviewer,
} from "./consultation-examples";

// The specification's own list of ways, written apart from the table of the rules. `open` and `closed` come by time.
const WAYS: Record<ShownState, ShownState[]> = {
  preparing: ["in_review"],
  in_review: ["preparing", "approved", "open"],
  approved: ["withdrawn"],
  open: ["withdrawn"],
  closed: ["outcome_in_review", "withdrawn"],
  outcome_in_review: ["closed", "outcome_published", "withdrawn"],
  outcome_published: ["decided"],
  decided: [],
  withdrawn: [],
  imported: [],
};

/** In these no comment may be silent. */
const ENDED: ShownState[] = ["outcome_in_review", "outcome_published", "decided", "withdrawn"];

const people: Actor[] = [
  handler,
  reviewer,
  approver,
  everyRole,
  person("second", { role: "handling_officer", unit: "housing" }, { role: "reviewer", unit: "housing" }),
  person("third", { role: "reviewer", unit: "housing" }, { role: "approver", unit: "housing" }),
  neighbour,
  office,
  guest,
];

interface World {
  facts: ConsultationFacts;
  comments: ReturnType<typeof comment>[];
  decidedNote: string | null;
}

interface Command {
  act: Act;
  actor: Actor;
  hours: number;
  /** A slow upload: it is stored now, but its request arrived so many hours ago. */
  delay: number;
  pick: number;
  answer: boolean;
  isUsual: boolean;
}

const clauses = new Set(["c3"]);
const sentences = new Map([["c3", 4]]);

/** Does the act as its verb would: every rule, then the changes. Refused acts leave the world as it was. */
function perform(world: World, { act, actor, pick, answer, delay }: Command, clock: Date): World {
  const now = act === "post" ? new Date(clock.getTime() - delay * 3_600_000) : clock;
  const { facts, comments } = world;
  if (refusals(act, facts, actor, now).length > 0 || gate(world, act, pick, answer, now).length > 0) return world;
  const changed = { ...facts, ...changesBy(act, facts, actor, now) };
  return {
    ...world,
    facts: { ...changed, proposal: proposalAfter(world, act, actor, answer) },
    comments: commentsAfter(),
  };

  function commentsAfter(): World["comments"] {
    if (act === "post" || act === "enter_comment") return [...comments, newComment(comments.length + 1, answer)];
    if (act === "sign_proposal" && facts.proposal?.act === "withdraw") {
      const ended = new Set(outcomesByWithdrawal(comments).map(({ number }) => number));
      const explained = { outcome: "explained" as const, reason: facts.proposal.reason };
      return comments.map((one) => (ended.has(one.number) ? { ...one, ...explained } : one));
    }
    return comments.map((one, index) =>
      index === pick % comments.length ? { ...one, ...changesOf(act, pick, now) } : one,
    );
  }
}

function gate({ facts, comments, decidedNote }: World, act: Act, pick: number, answer: boolean, now: Date) {
  const today = plainDateOf(now);
  const picked = comments[pick % Math.max(1, comments.length)];
  const plan = { decisionKind: "major_decision" as const, opensOn: facts.opensOn, closesOn: facts.closesOn };
  const isOutcome = facts.state === "outcome_in_review";
  const drafts = { consulted: clauses, revised: null };
  const complete = () =>
    completionRefusals({ consultation: facts, comments, inquiries: [], clauses: drafts }, now, today);
  const needsComment = ["decide", "publish", "withhold", "withdraw_consent", "summarise"].includes(act);
  if (needsComment && !picked) return [{ code: "not_found" }];
  switch (act) {
    case "submit":
    case "approve":
      if (isOutcome) return complete();
      return periodRefusals({ ...plan, shortenedReason: "时间紧迫" }, act, today, calendar);
    case "pass":
    case "complete":
      return isOutcome || act === "complete" ? complete() : [];
    case "extend":
      return extensionRefusals({ closesOn: "2026-12-10", reason: "来函较多" }, facts, now);
    case "withdraw":
      return withdrawalRefusals({ reason: "上位法将修订" });
    case "sign_proposal":
      return facts.proposal?.act === "extend" ? extensionRefusals(facts.proposal, facts, now) : [];
    case "post":
      return postRefusals(
        { ...decision(pick), body: "建议", suggestion: null, name: null, contact: null, from: null, to: null },
        sentences,
      );
    case "decide":
      return decideRefusals(decision(pick), clauses);
    case "publish":
      return publishRefusals(picked!, { body: "建议" });
    case "withhold":
      return withholdRefusals(picked!, { ground: answer ? "indecent" : null, reason: null });
    case "withdraw_consent":
      return withdrawConsentRefusals(picked!);
    case "record_decision":
      return decidedRefusals(
        { adoptionAccount: decidedNote, decidedOn: today },
        { ...plan, decisionKind: "other", steps: [] },
        today,
      );
    default:
      return [];
  }
}

function decision(pick: number) {
  const outcome = OUTCOMES[pick % OUTCOMES.length]!;
  return { outcome, clause: pick % 5 === 0 ? null : "c3", reason: pick % 7 === 0 ? null : "见说明" };
}

function changesOf(act: Act, pick: number, now: Date): Partial<World["comments"][number]> {
  if (act === "decide") {
    const { outcome, clause, reason } = decision(pick);
    return { outcome, outcomeClauseId: clause, reason, gist: "要点" };
  }
  if (act === "publish") return { review: "published", publishedAt: now, publishedBody: "建议" };
  if (act === "withhold") return { review: "withheld", withheldGround: "indecent" };
  if (act === "erase") return { erasedAt: now, erasedGround: "personal_data", publishedBody: null };
  if (act === "withdraw_consent") return { consentWithdrawnAt: now };
  return {};
}

function newComment(number: number, consentsToPublish: boolean) {
  const unread = { review: "pending" as const, publishedAt: null, publishedBody: null, gist: null };
  return comment({ number, consentsToPublish, ...unread, outcome: null, outcomeClauseId: null });
}

function proposalAfter({ facts }: World, act: Act, actor: Actor, answer: boolean): ConsultationFacts["proposal"] {
  if (act === "sign_proposal" || act === "refuse_proposal") return null;
  if (act !== "extend" && act !== "withdraw") return facts.proposal;
  const closesOn = act === "extend" ? (answer ? "2026-12-10" : "2026-12-20") : null;
  return { act, closesOn, reason: "上位法将修订", proposedById: accountIdOf(actor)! };
}

const anyCommand: fc.Arbitrary<Command> = fc.record({
  act: fc.constantFrom(...ACTS),
  actor: fc.constantFrom(...people),
  hours: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) }),
  delay: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 }) }),
  pick: fc.nat({ max: 60 }),
  answer: fc.boolean(),
  isUsual: fc.boolean(),
});

/**
 * Half of the acts are what the office would do next, so that chance leads into every state; often in haste, by one
 * person for all three, or with a comment that was long on its way.
 */
function usual(world: World, command: Command, clock: Date): Command {
  const { pick } = command;
  const by = (actor: Actor): Actor => (pick % 3 === 0 ? everyRole : actor);
  const late = pick % 4 === 0 && {
    ...command,
    act: "post" as const,
    actor: guest,
    delay: hoursSinceClosing(world, clock),
  };
  switch (turnOf(world.facts)) {
    case "reviewer":
      return late || { ...command, act: "pass", actor: by(reviewer) };
    case "approver":
      return late || { ...command, act: "approve", actor: by(approver) };
  }
  switch (shownState(world.facts, clock)) {
    case "preparing":
      return { ...command, act: "submit", actor: by(handler) };
    case "open":
      return { ...command, act: "post", actor: guest, delay: 0, pick: 1 };
    case "closed":
      return { ...command, ...nextOfOfficer(world, pick), actor: by(handler) };
    default:
      return { ...command, act: "record_decision", actor: by(handler) };
  }
}

function nextOfOfficer({ comments }: World, pick: number): Pick<Command, "act" | "pick"> {
  const silent = comments.findIndex((one) => one.outcome === null);
  const unread = comments.findIndex((one) => displayOf(one) === "awaiting_review");
  const picked = (index: number) => index + comments.length * pick;
  if (pick % 5 === 1) return { act: "complete", pick };
  if (unread >= 0) return { act: "publish", pick: picked(unread) };
  return silent >= 0 ? { act: "decide", pick: picked(silent) } : { act: "complete", pick };
}

function hoursSinceClosing({ facts }: World, clock: Date): number {
  return Math.max(0, Math.ceil((clock.getTime() - Date.parse(`${facts.closesOn}T24:00:00+08:00`)) / 3_600_000)) + 1;
}

const begun: Partial<ConsultationFacts>[] = [
  { state: "preparing", submittedById: null, passedById: null, approvedById: null, approvedAt: null },
  {},
  { state: "imported" },
];

describe("whatever is done, in any order, by anyone, at any time", () => {
  it(
    "no way is gone that the specification does not list, no comment is left silent, and three people sign",
    { timeout: 60_000 },
    () => {
      const reached = new Set<ShownState>();
      const anyOrder = fc.property(
        fc.constantFrom(...begun),
        fc.array(anyCommand, { minLength: 1, maxLength: 100, size: "max" }),
        (start, commands) => {
          let clock = at("2026-11-01T12:00:00");
          let world: World = { facts: lifts(start), comments: [], decidedNote: "采纳情况" };
          for (const given of commands) {
            clock = new Date(clock.getTime() + given.hours * 3_600_000);
            reached.add(shownState(world.facts, clock));
            const command = given.isUsual ? usual(world, given, clock) : given;
            const before = world;
            world = perform(world, command, clock);
            if (world === before) continue;
            requireListedWay(before, world, clock);
            requireNoSilence(world, clock);
            requireThreePeople(world.facts);
            requireTimely(before, world, command, clock);
            reached.add(shownState(world.facts, clock));
          }
        },
      );
      fc.assert(anyOrder, { numRuns: 400 });
      // Chance may miss a state. These are the same each time, and lead into all of them.
      fc.assert(anyOrder, { numRuns: 200, seed: 20261128 });
      expect([...reached].sort()).toEqual([...SHOWN_STATES].sort());
    },
  );

  it("the ordinary way leads from preparing to decided", () => {
    const steps: [Act, Actor, string, number][] = [
      ["submit", handler, "2026-11-01T12:00:00", 0],
      ["pass", reviewer, "2026-11-01T13:00:00", 0],
      ["approve", approver, "2026-11-01T14:00:00", 0],
      ["post", guest, "2026-12-02T23:59:59", 1],
      ["decide", handler, "2026-12-03T09:00:00", 1],
      ["publish", handler, "2026-12-03T09:00:00", 0],
      ["complete", handler, "2026-12-03T10:00:00", 0],
      ["pass", reviewer, "2026-12-03T11:00:00", 0],
      ["approve", approver, "2026-12-03T12:00:00", 0],
      ["record_decision", handler, "2026-12-20T09:00:00", 0],
    ];
    let world: World = { facts: lifts(begun[0]), comments: [], decidedNote: "采纳情况" };
    for (const [act, actor, time, pick] of steps)
      world = perform(world, { act, actor, pick, hours: 0, delay: 0, answer: true, isUsual: false }, at(time));
    expect(world.facts.state).toBe("decided");
    expect(world.comments.map((one) => one.outcome)).toEqual(["partly_adopted"]);
  });

  it("an act done twice at once is done once: the second finds the state changed", () => {
    const once: [Act, Actor, Partial<ConsultationFacts>][] = [
      ["submit", handler, begun[0]!],
      ["pass", reviewer, { state: "in_review", passedById: null }],
      ["approve", approver, { state: "in_review" }],
      ["complete", handler, {}],
      ["record_decision", handler, { state: "outcome_published" }],
    ];
    const now = at("2026-12-03T09:00:00");
    for (const [act, actor, start] of once) {
      const facts = lifts(start);
      expect(refusals(act, facts, actor, now)).toEqual([]);
      expect(refusals(act, { ...facts, ...changesBy(act, facts, actor, now) }, actor, now)).not.toEqual([]);
    }
  });
});

function requireListedWay(before: World, after: World, clock: Date): void {
  const [from, to] = [shownState(before.facts, clock), shownState(after.facts, clock)];
  if (from === "imported") expect(after).toEqual(before);
  if (from !== to && !WAYS[from].includes(to)) throw new Error(`a way that is not listed: ${from} to ${to}`);
}

function requireNoSilence({ facts, comments }: World, clock: Date): void {
  if (!ENDED.includes(shownState(facts, clock))) return;
  for (const { number, outcome, outcomeClauseId, reason } of comments) {
    const isAdopted = outcome === "adopted" || outcome === "partly_adopted";
    if (!outcome || !(isAdopted ? outcomeClauseId : reason)) throw new Error(`comment ${number} is left silent`);
  }
}

function requireThreePeople(facts: ConsultationFacts): void {
  const draft = [facts.submittedById, facts.passedById, facts.approvedById];
  const outcome = [facts.outcomeSubmittedById, facts.outcomePassedById, facts.outcomeApprovedById];
  const isApproved = !["preparing", "in_review"].includes(facts.state);
  const isPublished = ["outcome_published", "decided"].includes(facts.state);
  if (isApproved && draft.includes(null)) throw new Error("approved without three signatures");
  if (isPublished && outcome.includes(null)) throw new Error("published without three signatures");
  for (const signatures of [draft, outcome]) {
    const signed = signatures.filter((id) => id !== null);
    if (new Set(signed).size < signed.length) throw new Error("one person signed twice");
  }
}

/** By the letter of the rule, not by the code's own functions. */
function requireTimely(before: World, after: World, { act, delay }: Command, clock: Date): void {
  if (act !== "post" || after.comments.length === before.comments.length) return;
  const arrived = clock.getTime() - delay * 3_600_000;
  const [opens, closes] = [`${before.facts.opensOn}T00:00:00+08:00`, `${before.facts.closesOn}T24:00:00+08:00`];
  const isTimely = Date.parse(opens) <= arrived && arrived < Date.parse(closes);
  if (!isTimely) throw new Error("a comment was taken outside the period");
}

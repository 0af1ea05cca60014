import { accountIdOf, isSamePerson, rightsOf, type Actor } from "~/accounts/actor";
import { byUrgency, fits, type AgendaDay, type AgendaEntry, type AgendaPart, type AgendaWish } from "~/agenda/agenda";
import type { PlainDate } from "~/calendar/plain-date";
import { deskNominations as texts } from "~/i18n/zh-CN/desk-nominations";
import type { Deps } from "~/platform/db.server";
import { listUnits, officeUnit } from "~/units/queries.server";
import type { NominationTodo } from "./agenda";
import { papersToVerify } from "~/reviews/paper.server";
import { candidatesOf } from "./desk-nominations.server";
import { findNominations, type NominationRecord } from "./nomination-store.server";
import { mayAct, mayNominate, worksOn } from "./permissions";
import { mayVerifyAt } from "./paper-round.server";
import { lastDayOf, latestRound, readRound, roundState, type Round } from "./round";
import { findRounds, type RoundRecord } from "./round-store.server";
import { isOwnUnit } from "./scoring";
import { isRoundActPossible } from "./selection";

/** What this person has to do about the half-yearly rounds, for the desk's agenda. */
export async function nominationAgenda({ actor, filter, first, today, deps }: AgendaWish<Deps>): Promise<AgendaPart> {
  const days = new Map<string, AgendaDay>();
  const entries: AgendaEntry[] = [];
  for (const { unitCode, ...todo } of await todosOf(actor, today, deps)) {
    if ((filter.unit && filter.unit !== unitCode) || !todo.title.includes(filter.q)) continue;
    const key = `${todo.task} ${todo.dueOn}`;
    const day = days.get(key) ?? { task: todo.task, dueOn: todo.dueOn, count: 0 };
    days.set(key, { ...day, count: day.count + 1 });
    if (fits(todo, filter, today)) entries.push({ module: "nominations", progress: null, ...todo });
  }
  return { days: [...days.values()], entries: entries.toSorted(byUrgency).slice(0, first) };
}

async function todosOf(actor: Actor, today: PlainDate, deps: Deps): Promise<NominationTodo[]> {
  const rounds = await findRounds(deps.db.client);
  const latest = latestRound(today);
  // Of earlier rounds only those ask for something in which somebody has acted.
  const open = [latest, ...[...rounds.keys()].flatMap((key) => (key === latest.key ? [] : (readRound(key) ?? [])))];
  const todos: NominationTodo[] = [];
  for (const round of open) {
    const facts = rounds.get(round.key) ?? null;
    const state = roundState(round, facts, today);
    if (state === "collecting") todos.push(...(await collecting(actor, round, facts, deps)));
    if (facts && (state === "selecting" || state === "signed"))
      todos.push(...(await selecting(actor, round, facts, today, deps)));
  }
  return todos;
}

/** The unit's own: what can be put forward, what is not finished, and what waits for the second person. */
async function collecting(
  actor: Actor,
  round: Round,
  facts: RoundRecord | null,
  deps: Deps,
): Promise<NominationTodo[]> {
  const units = [...new Set(rightsOf(actor).map(({ unit }) => unit))].filter((unitCode) =>
    worksOn(actor, { unitCode }),
  );
  const dueOn = lastDayOf(round, facts);
  const names = new Map((await listUnits(deps)).map(({ code, name }) => [code, name]));
  const candidates = await candidatesOf(actor, round, units, deps);
  const title = texts.list.round(texts.roundName(round.year, round.half));
  const nominate = [...new Set(candidates.map(({ unitCode }) => unitCode))].map((unitCode): NominationTodo => ({
    ...{ task: "nominate", dueOn, subject: `${round.key} ${unitCode}`, title, unitCode },
    ...{ unitName: names.get(unitCode) ?? unitCode, href: "/desk/nominations" },
  }));
  const own = await findNominations(deps.db.client, {
    roundKey: round.key,
    unitCodes: units,
    states: ["drafting", "in_review"],
  });
  const inReview = own.filter(({ state }) => state === "in_review");
  const papers = inReview.length > 0 ? await papersToVerify(actor, "nomination", deps) : [];
  const toVerify = inReview.filter(({ number }) => papers.some(({ id }) => id === String(number)));
  return [
    ...nominate,
    ...own.flatMap((one) => unitTodo(actor, one, dueOn)),
    ...toVerify.map((one) => {
      const todo = todoOf("verify_paper", one, dueOn);
      return { ...todo, href: `${todo.href}#papers` };
    }),
  ];
}

function unitTodo(actor: Actor, record: NominationRecord, dueOn: PlainDate): NominationTodo[] {
  const { state, unitCode, submittedById } = record;
  if (state === "drafting" && mayNominate(actor, unitCode)) return [todoOf("finish_nomination", record, dueOn)];
  const mayReview = mayAct(actor, "pass", record) && !isSamePerson(actor, submittedById);
  return state === "in_review" && mayReview ? [todoOf("review_nomination", record, dueOn)] : [];
}

/** The office's, the assessors' and the signer's. No day is set for them: what has no rule has no clock. */
async function selecting(
  actor: Actor,
  round: Round,
  facts: RoundRecord,
  today: PlainDate,
  deps: Deps,
): Promise<NominationTodo[]> {
  const office = (await officeUnit(deps.db.client)) ?? "";
  const nominations = await findNominations(deps.db.client, { roundKey: round.key, states: ["nominated"] });
  const state = roundState(round, facts, today);
  const officeName = (await listUnits(deps)).find(({ code }) => code === office)?.name ?? "";
  const may = (act: "submit_selection" | "sign" | "publish") =>
    mayAct(actor, act, { unitCode: office }) && isRoundActPossible(act, facts, state);
  const ofRound = (task: NominationTodo["task"]): NominationTodo => ({
    ...{ task, dueOn: null, subject: round.key, unitCode: office, unitName: officeName },
    title: texts.office.roundTitle(texts.roundName(round.year, round.half)),
    href: `/office/nominations/${round.key}`,
  });
  const papers = mayVerifyAt(actor, round, facts, deps) ? await papersToVerify(actor, "nomination_round", deps) : [];
  const hasPaper = papers.some(({ id }) => id === round.key);
  return [
    ...(may("submit_selection") && nominations.length > 0 ? [ofRound("select_cases")] : []),
    ...(may("sign") && !isSamePerson(actor, facts.submittedById) ? [ofRound("sign_cases")] : []),
    ...(hasPaper ? [{ ...ofRound("verify_paper"), href: `/office/nominations/${round.key}#papers` }] : []),
    ...(may("publish") ? [ofRound("publish_cases")] : []),
    ...(facts.submittedAt === null && facts.isScored ? toScore(actor, facts, nominations) : []),
  ];
}

function toScore(actor: Actor, { assessors }: RoundRecord, nominations: readonly NominationRecord[]) {
  const id = accountIdOf(actor);
  if (id === null || !assessors.includes(id)) return [];
  return nominations
    .filter(
      ({ unitCode, scores }) => !isOwnUnit(actor, unitCode) && !scores.some(({ assessorId }) => assessorId === id),
    )
    .map((record) => todoOf("score_nomination", record, null));
}

function todoOf(
  task: NominationTodo["task"],
  { number, title, unit, unitCode }: NominationRecord,
  dueOn: PlainDate | null,
): NominationTodo {
  const href = `/desk/nominations/${number}`;
  return { task, dueOn, subject: String(number), title, unitName: unit.name, unitCode, href };
}

import { DEMO_ACCOUNTS } from "~/accounts/demo-accounts";
import { createAccount } from "~/accounts/create-account.server";
import type { Actor, Person } from "~/accounts/actor";
import { personByUsername } from "~/accounts/queries.server";
import { listConsultations } from "~/consultations/consultation-store.server";
import type { Database, Deps } from "~/platform/db.server";
import { demonstrationPassword } from "~/platform/secrets.server";
import { isMarked, mark } from "~/platform/settings.server";
import { addTerms } from "~/reviews/edit-terms.server";
import { addUnits } from "~/units/add-units.server";
import { freshDraftSteps } from "./seeds/fresh-draft";
import { exemplaryCaseSteps } from "./seeds/exemplary-cases";
import { finishedSteps } from "./seeds/finished";
import { messageSteps } from "./seeds/messages";
import { planSteps } from "./seeds/plan";
import { policyStorySteps } from "./seeds/policies";
import { processingSteps } from "./seeds/processing";
import { attributeSteps } from "./seeds/attributes";
import { qualitySteps } from "./seeds/quality";
import { unfinishedSteps } from "./seeds/unfinished";
import { inOrder, type Cast, type Step } from "./seeds/story";
import { interviewSteps } from "./seeds/interviews";
import { demonstrationTerms } from "./seeds/terms";
import { keepUnitWords } from "~/messages/keep-unit-words.server";
import { demonstrationUnitWords } from "./seeds/unit-words";
import { demonstrationUnits } from "./seeds/units";

const BEGUN = "demonstration.begun";
const SEEDED = "demonstration.seeded";
const SEED: Actor = { kind: "system", name: "demonstration" };

/** Whether this database ever held demonstration data: such a one is never served as the real thing. */
export function everHeldDemonstration(db: Database): Promise<boolean> {
  return isMarked(db, BEGUN);
}

export function isSeeded(db: Database): Promise<boolean> {
  return isMarked(db, SEEDED);
}

/**
 * Fills an empty database with units, accounts, consultations and messages, by the verbs that people use, in date order under a
 * clock that moves from the first day of the story to `now`. Everything says that it is demonstration data.
 */
export async function seedDemonstration(deps: Deps): Promise<void> {
  const story: Step[] = [];
  const cast = new Map<string, Person>();
  const actors: Cast = (username) => cast.get(username)!;
  story.push(...finishedSteps(deps.now, actors), ...unfinishedSteps(deps.now, actors));
  story.push(...processingSteps(deps.now, actors), ...planSteps(deps.now, actors));
  story.push(...interviewSteps(deps.now, actors));
  story.push(...messageSteps(deps.now, actors));
  story.push(...policyStorySteps(deps.now, actors));
  story.push(...qualitySteps(deps.now, actors));
  story.push(...exemplaryCaseSteps(deps.now, actors));
  story.push(...attributeSteps(deps.now, actors));
  const steps = inOrder(story);
  await mark(deps, BEGUN);
  const beginning: Deps = { db: deps.db, now: steps[0]?.at ?? deps.now };
  await addUnits(SEED, demonstrationUnits(), beginning);
  for (const account of DEMO_ACCOUNTS) {
    cast.set(account.username, await createAccount(SEED, { ...account, password: demonstrationPassword() }, beginning));
  }
  for (const { kind, text } of demonstrationTerms) await addTerms(cast.get("office")!, { kind, text }, beginning);
  await keepUnitWords(SEED, demonstrationUnitWords(), beginning);
  for (const step of steps) await step.run({ db: deps.db, now: step.at });
  await mark(deps, SEEDED);
}

/** When nothing is open at a later start, one new draft is opened; nothing that exists is moved. */
export async function keepSomethingOpen(deps: Deps): Promise<void> {
  const { total } = await listConsultations(
    deps.db.client,
    { states: ["open"] },
    { now: deps.now, page: 1, pageSize: 1 },
  );
  if (total > 0) return;
  const cast = new Map<string, Person>();
  for (const { username } of DEMO_ACCOUNTS) {
    const person = await personByUsername(deps, username);
    if (person) cast.set(username, person);
  }
  for (const step of inOrder(freshDraftSteps(deps.now, (username) => cast.get(username)!))) await step.run(deps);
}

import { accountIdOf, type Actor } from "~/accounts/actor";
import { accountNames } from "~/accounts/queries.server";
import type { Client, Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { keepSetting, settingNumberIn } from "~/platform/settings.server";
import { readSettings } from "~/platform/site-settings.server";
import { transact } from "~/timeline/transact.server";
import { listUnits } from "~/units/queries.server";
import { mayEditTerms } from "./permissions";
import { passedOnSubmission, REVIEW_PEOPLE, stagesOf, type ReviewPeople, type Signatures } from "./stages";

const DISTRICT = "reviews.people";
const USUAL: ReviewPeople = 3;
/** Kept for a unit that goes by the district's setting again. */
const AS_DISTRICT = 0;

function keyOf(unitCode: string): string {
  return `${DISTRICT}.${unitCode}`;
}

/** With how many people this unit reviews what it sends from now on: its own setting, else the district's, else three. */
async function reviewPeople(client: Client, unitCode: string): Promise<ReviewPeople> {
  return (await ownPeople(client, unitCode)) ?? (await districtPeople(client));
}

async function districtPeople(client: Client): Promise<ReviewPeople> {
  return peopleIn(await settingNumberIn(client, DISTRICT, USUAL)) ?? USUAL;
}

async function ownPeople(client: Client, unitCode: string): Promise<ReviewPeople | null> {
  return peopleIn(await settingNumberIn(client, keyOf(unitCode), AS_DISTRICT));
}

function peopleIn(number: number): ReviewPeople | null {
  return REVIEW_PEOPLE.find((one) => one === number) ?? null;
}

/** What a submission keeps beside its sender, and what its event says of it. The setting of that instant holds. */
export async function submission(
  client: Client,
  unitCode: string,
  actor: Actor,
): Promise<{ passedById: string | null; payload: { people?: ReviewPeople } }> {
  const people = await reviewPeople(client, unitCode);
  return {
    passedById: passedOnSubmission(people, accountIdOf(actor)),
    payload: people === USUAL ? {} : { people },
  };
}

/** The district's setting, and the units that have their own. */
export async function stageSettings({ db }: Pick<Deps, "db">) {
  const kept = await readSettings({ db }, `${DISTRICT}.`);
  const all = (await listUnits({ db })).map(({ code, name }) => ({ code, name }));
  const units = all.flatMap(({ code, name }) => {
    const people = peopleIn(Number(kept[keyOf(code)]));
    return people ? [{ code, name, people }] : [];
  });
  return { people: await districtPeople(db.client), units, all };
}

/**
 * The open-government office sets it for the district, or for one unit; null lets the unit go by the district's again.
 * What is under review already goes on as it was sent. Refusals: `not_found` (404) for everyone else, `choose`.
 */
export async function setReviewPeople(
  actor: Actor,
  { unitCode, people }: { unitCode: string | null; people: ReviewPeople | null },
  deps: Deps,
): Promise<void> {
  if (!mayEditTerms(actor)) throw refuseAsNotFound();
  if (unitCode === null && people === null) throw new Refused([{ code: "choose", field: "people" }]);
  const isKnown = unitCode === null || (await listUnits(deps)).some(({ code }) => code === unitCode);
  if (!isKnown) throw new Refused([{ code: "choose", field: "unit" }]);
  const key = unitCode === null ? DISTRICT : keyOf(unitCode);
  const value = people ?? AS_DISTRICT;
  await transact(deps, async (tx, record) => {
    await keepSetting(tx, key, String(value), deps.now);
    record({ kind: "setting.changed", subject: { kind: "setting", id: key }, actor, payload: { value } });
  });
}

/** The stages of one review, with the names of those who did them. */
export async function namedStages(signatures: Signatures, unitCode: string, { db }: Pick<Deps, "db">) {
  const stages = stagesOf(signatures, await reviewPeople(db.client, unitCode));
  const names = await accountNames(
    { db },
    stages.map(({ byId }) => byId),
  );
  return stages.map(({ stage, state, byId }) => ({ stage, state, by: names.get(byId ?? "") ?? null }));
}

import type { Actor } from "~/accounts/actor";
import type { Client, Deps } from "~/platform/db.server";
import { refuseAsNotFound, Refused } from "~/platform/refusal";
import { keepSetting, settingNumberIn } from "~/platform/settings.server";
import { transact } from "~/timeline/transact.server";
import { MOST_DAYS } from "./forms";
import { maySetDays } from "./permissions";
import { because } from "./reasons";

/** House policy until the office sets another number. */
const USUAL_DAYS = 10;

const KEY = "quality.reinterpretation_days";

/** The working days that the next order gives: house policy. An order that runs keeps its own. */
export function orderDays(client: Client): Promise<number> {
  return settingNumberIn(client, KEY, USUAL_DAYS);
}

/** The open-government office decides it for the district. Refusals: `not_found` (404), `days_invalid`. */
export async function setOrderDays(actor: Actor, days: number, deps: Deps): Promise<void> {
  if (!maySetDays(actor)) throw refuseAsNotFound();
  if (days < 1 || days > MOST_DAYS) throw new Refused([because("days_invalid", "days", { maximum: MOST_DAYS })]);
  await transact(deps, async (tx, record) => {
    await keepSetting(tx, KEY, String(days), deps.now);
    record({ kind: "setting.changed", subject: { kind: "setting", id: KEY }, actor, payload: { value: days } });
  });
}

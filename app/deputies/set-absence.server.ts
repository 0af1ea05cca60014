import type { Person } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { keepSetting, settingNumber } from "~/platform/settings.server";
import { transact } from "~/timeline/transact.server";
import { ABSENT_WORKING_DAYS, maySetAbsence } from "./deputy";

const KEY = "deputies.absent_working_days";

/** After how many working days without signing in somebody counts as away. */
export function absenceDays(deps: Pick<Deps, "db">): Promise<number> {
  return settingNumber(deps, KEY, ABSENT_WORKING_DAYS);
}

/** The system administrator sets the number of working days. Refusal: `not_found` (404) for everyone else. */
export async function setAbsence(actor: Person, days: number, deps: Deps): Promise<void> {
  if (!maySetAbsence(actor)) throw refuseAsNotFound();
  await transact(deps, async (tx, record) => {
    await keepSetting(tx, KEY, String(days), deps.now);
    record({ kind: "setting.changed", subject: { kind: "setting", id: KEY }, actor, payload: { value: days } });
  });
}

import type { Actor } from "~/accounts/actor";
import type { Client, Deps } from "~/platform/db.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { keepSetting, settingNumberIn } from "~/platform/settings.server";
import { transact } from "~/timeline/transact.server";
import { mayEditTerms } from "./permissions";

const KEY = "reviews.sheet_is_compulsory";

/** Whether nothing is signed before its release sheet is complete. Until the office decides so, what is missing is advice. */
export async function isSheetCompulsory(client: Client): Promise<boolean> {
  return (await settingNumberIn(client, KEY, 0)) === 1;
}

/** The open-government office decides it for the district. Refusal: `not_found` (404) for everyone else. */
export async function setSheetCompulsory(actor: Actor, isCompulsory: boolean, deps: Deps): Promise<void> {
  if (!mayEditTerms(actor)) throw refuseAsNotFound();
  const value = isCompulsory ? 1 : 0;
  await transact(deps, async (tx, record) => {
    await keepSetting(tx, KEY, String(value), deps.now);
    record({ kind: "setting.changed", subject: { kind: "setting", id: KEY }, actor, payload: { value } });
  });
}

import type { Reading } from "~/platform/db.server";
import { readSettings } from "~/platform/site-settings.server";
import { readClockSettings, type ClockSettings } from "./clocks";

/** The lengths the office has set, and the defaults for the rest. */
export async function clockSettings(reading: Reading): Promise<ClockSettings> {
  return readClockSettings(await readSettings(reading, "messages."));
}

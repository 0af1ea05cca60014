import { listCalendarVersions } from "~/calendar/list-versions.server";
import type { Deps } from "~/platform/db.server";
import { listUnits } from "~/units/queries.server";
import { clockSettings } from "./clock-settings.server";
import { dueChanges } from "./due-changes";
import { holderOf } from "./holder";
import type { MessageAct } from "./message";
import type { MessageRecord } from "./message-store.server";
import type { PathLine, ShownHolder, UnitName } from "./shown";
import { listSteps, type StepRow } from "./step-store.server";

/** Acts that say nothing to whoever waits for an answer. */
const SILENT: readonly string[] = ["draft", "open_identity", "note", "recuse", "hand_over", "withhold", "erase"];

export type UnitNames = ReadonlyMap<string, UnitName>;

export async function unitNames(deps: Pick<Deps, "db">): Promise<UnitNames> {
  const units = await listUnits(deps);
  return new Map(units.map(({ code, name, nameEn }) => [code, { code, name, nameEn }]));
}

/** Every holder and every step, oldest first; the words only for whoever may read them. */
export async function pathOf(
  message: MessageRecord,
  names: UnitNames,
  { withWords }: { withWords: boolean },
  deps: Deps,
): Promise<PathLine[]> {
  const steps = await listSteps(deps.db.client, message.number);
  const told = steps.filter(({ act, isInternal }) => !isInternal && !SILENT.includes(act));
  return wholePath(
    message,
    steps,
    told.map((step) => lineOf(step, names, { withWords })),
    deps,
  );
}

/** The lines of the steps, with the reception before them and each due day that a change of the calendar moved. */
export async function wholePath(
  message: MessageRecord,
  steps: readonly StepRow[],
  lines: readonly PathLine[],
  deps: Deps,
): Promise<PathLine[]> {
  const versions = await listCalendarVersions(deps);
  const changes = versions.length > 0 ? dueChanges(message, steps, versions, await clockSettings(deps)) : [];
  const moved = changes.map((change, index): PathLine => {
    return { ...NOBODY, id: -1 - index, at: change.at, act: "calendar", moved: change };
  });
  const inOrder = [...lines, ...moved].sort((a, b) => a.at.getTime() - b.at.getTime());
  return [receivedLine(message), ...inOrder];
}

const NOBODY = { unit: null, toUnit: null, ground: null, text: null };

function receivedLine({ receivedAt }: Pick<MessageRecord, "receivedAt">): PathLine {
  return { ...NOBODY, id: 0, at: receivedAt, act: "receive" };
}

export function lineOf(step: StepRow, names: UnitNames, { withWords }: { withWords: boolean }): PathLine {
  return {
    id: step.id,
    at: step.at,
    act: step.act as MessageAct,
    unit: names.get(step.unitCode ?? "") ?? null,
    toUnit: names.get(step.toUnitCode ?? "") ?? null,
    ground: withWords ? step.ground : null,
    text: withWords ? step.text : null,
  };
}

export function shownHolder(message: MessageRecord): ShownHolder {
  const holder = holderOf(message);
  if (holder?.kind !== "unit") return holder;
  return { kind: "unit", unit: message.leadUnit! };
}

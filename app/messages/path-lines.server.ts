import type { Deps } from "~/platform/db.server";
import { listUnits } from "~/units/queries.server";
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
  message: Pick<MessageRecord, "number" | "receivedAt">,
  names: UnitNames,
  { withWords }: { withWords: boolean },
  { db }: Pick<Deps, "db">,
): Promise<PathLine[]> {
  const steps = await listSteps(db.client, message.number, { withInternal: false });
  const told = steps.filter(({ act }) => !SILENT.includes(act));
  return [receivedLine(message), ...told.map((step) => lineOf(step, names, { withWords }))];
}

export function receivedLine({ receivedAt }: Pick<MessageRecord, "receivedAt">): PathLine {
  return { id: 0, at: receivedAt, act: "receive", unit: null, toUnit: null, ground: null, text: null };
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

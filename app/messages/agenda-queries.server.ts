import { holds, type Actor } from "~/accounts/actor";
import { fits, type AgendaEntry, type AgendaQuery, type Task } from "~/agenda/agenda";
import type { Deps } from "~/platform/db.server";
import { deskRows } from "./desk-queries.server";
import type { DeskRow } from "./desk-shown";
import { UNIT_ROLES } from "./permissions";

/** What waits of messages: to be dispatched, answered, checked, or done as promised; each with its own clock. */
export const messageAgenda: AgendaQuery<Deps> = async ({ actor, filter, first, today, deps }) => {
  const rows = await deskRows(actor, deps);
  const entries = rows
    .flatMap((row) => entryOf(row, actor) ?? [])
    .filter(({ title }) => title.includes(filter.q))
    .filter((entry) => filter.unit === "" || entry.unitCode === filter.unit);
  const days = entries.map(({ task, dueOn }) => ({ task, dueOn, count: 1 }));
  const shown = entries.filter((entry) => fits(entry, filter, today)).slice(0, first);
  return { days, entries: shown.map(({ unitCode: _unitCode, ...entry }) => entry) };
};

/** Null for what others have to do: the office sees every message and is asked only for its own part. */
function entryOf(row: DeskRow, actor: Actor): (AgendaEntry & { unitCode: string }) | null {
  const { number, title, dueOn, holder } = row;
  const task = taskOf(row);
  if (!task || holder === null) return null;
  const unitCode = holder.kind === "unit" ? holder.unit.code : "";
  const isOwn =
    holder.kind === "office"
      ? holds(actor, "supervisor") || holds(actor, "leader")
      : UNIT_ROLES.some((role) => ROLES[task].includes(role) && holds(actor, role, unitCode));
  if (!isOwn) return null;
  const unitName = holder.kind === "unit" ? holder.unit.name : "";
  const place = { subject: number, href: `/desk/messages/${number}`, progress: null };
  return { module: "messages", task, title: title || number, unitName, unitCode, dueOn, ...place };
}

type MessageTask = Extract<Task, `${string}_message`>;

const ROLES: Record<MessageTask, readonly string[]> = {
  dispatch_message: [],
  answer_message: ["handling_officer"],
  check_message: ["reviewer", "approver"],
  keep_message: ["handling_officer"],
};

function taskOf({ state, holder }: DeskRow): MessageTask | null {
  if (holder === null) return null;
  if (holder.kind === "office") return "dispatch_message";
  if (state === "assigned") return "answer_message";
  if (state === "reply_in_review") return "check_message";
  return state === "waiting" ? null : "keep_message";
}

import { createHash } from "node:crypto";
import type { Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import { csvCell } from "~/forms/csv";
import { messageTerms } from "~/i18n/zh-CN/message-terms";
import { importOrders as texts } from "~/i18n/zh-CN/desk-import-orders";
import { reasonText } from "~/i18n/reasons";
import type { Deps } from "~/platform/db.server";
import { parseForm } from "~/platform/http.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import { readTable, type TableFile } from "~/platform/table-file.server";
import { listUnits } from "~/units/queries.server";
import { enterMessage, entryKey, type EnterInput } from "./enter-message.server";
import { enterMessageForm, REPEATABLE_FIELDS } from "./forms";
import { fieldsOf, MOST_ORDERS, readOrders, type OrderLine } from "./hotline-table";
import { knownKeys, knownOutside } from "./message-store.server";
import { mayEnter } from "./permissions";
import { because } from "./reasons";

/** An order of the table: why it cannot be taken, or what became of it. */
export interface OrderRow extends OrderLine {
  reasons: Reason[];
  /** Entered before from the same words. */
  isKnown: boolean;
  /** How many other messages with the same 工单号 this person finds. */
  others: number;
  /** Of the message it became. */
  number: string | null;
}

export const MOST_BYTES = 2 * 1024 * 1024;
const LIMITS = { rows: MOST_ORDERS + 1, columns: 60, bytes: MOST_BYTES };

/** The orders of a file. Refusals: what `readTable` says; columns that are missing; no order at all. */
export async function readOrderFile(file: TableFile): Promise<OrderLine[]> {
  const { rows } = await readTable({ ...file, field: "orders" }, LIMITS);
  const { lines, missing } = readOrders(rows, texts.headings);
  if (missing.length > 0)
    throw new Refused([because("orders_headings_missing", "orders", { names: missing.join("、") })]);
  if (lines.length === 0) throw new Refused([because("orders_none", "orders")]);
  return lines;
}

/** What is wrong with each order, before anything is entered. Refusal: `not_found` (404) without the right. */
export async function previewOrders(actor: Actor, lines: readonly OrderLine[], deps: Deps): Promise<OrderRow[]> {
  return (await readAll(actor, lines, deps)).map(({ input: _input, ...row }) => row);
}

/**
 * Enters each order that has nothing wrong, one by one and by the act of the form for a single one, so that numbers,
 * clocks and recusals are the same. The same table again enters nothing twice; the rest says why it was not taken.
 */
export async function importOrders(actor: Actor, lines: readonly OrderLine[], deps: Deps): Promise<OrderRow[]> {
  const rows: OrderRow[] = [];
  for (const { input, ...row } of await readAll(actor, lines, deps)) {
    rows.push(input && !row.isKnown ? await taken(actor, row, input, deps) : row);
  }
  return rows;
}

async function taken(actor: Actor, row: OrderRow, input: EnterInput, deps: Deps): Promise<OrderRow> {
  try {
    const { number, isNew } = await enterMessage(actor, input, deps);
    return { ...row, number: isNew ? number : null, isKnown: !isNew };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...row, reasons: error.reasons };
  }
}

async function readAll(
  actor: Actor,
  lines: readonly OrderLine[],
  deps: Deps,
): Promise<(OrderRow & { input: EnterInput | null })[]> {
  if (!mayEnter(actor)) throw refuseAsNotFound();
  const units = await listUnits(deps);
  const today = plainDateOf(deps.now);
  const read = lines.map((line) => {
    try {
      const input = inputOf(line, units);
      requireNone(input.statedOn > today ? [because("stated_in_future", "statedOn", { today })] : []);
      const asked = units.find(({ code }) => code === input.unit);
      requireNone(asked?.abolishedOn ? [because("message_unit_abolished", "unit")] : []);
      return { line, input, reasons: [] };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { line, input: null, reasons: error.reasons };
    }
  });
  const inputs = read.flatMap(({ input }) => input ?? []);
  const keys = await knownKeys(
    deps.db.client,
    inputs.map(({ key }) => entryKey(key!)),
  );
  const outside = await knownOutside(
    deps.db.client,
    actor,
    inputs.flatMap(({ outsideNumber }) => outsideNumber ?? []),
  );
  return read.map(({ line, input, reasons }) => {
    const isKnown = input !== null && keys.has(entryKey(input.key!));
    const others = isKnown ? 0 : (outside.get(input?.outsideNumber ?? "") ?? 0);
    return { ...line, input, reasons, isKnown, others, number: null };
  });
}

/** The same words of the same order are the same message, in whatever file they come. */
function inputOf(line: OrderLine, units: readonly { code: string; name: string }[]): EnterInput {
  const fields = fieldsOf(line, { kinds: messageTerms.kinds, units });
  const posted = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
  const form = parseForm(enterMessageForm, { fields: posted, files: [], reasons: [] }, REPEATABLE_FIELDS);
  const { attachment: _attachment, kept: _kept, ...words } = form;
  const missing = words.outsideNumber === null ? [because("order_number_missing", "outsideNumber")] : [];
  const unknown = (["unit", "about"] as const).filter((name) => {
    return words[name] !== null && !units.some(({ code }) => code === words[name]);
  });
  requireNone([...missing, ...unknown.map((name) => because("message_unit_unknown", name))]);
  const key = createHash("sha256").update(JSON.stringify(words)).digest("base64url");
  return { ...words, key, uploads: [], language: "zh-CN" };
}

/** The orders that were not taken, as a file with the same headings and the reasons behind: to be put right and sent again. */
export function refusedFile(rows: readonly OrderRow[]): string {
  const columns = Object.keys(texts.headings) as (keyof typeof texts.headings)[];
  const header = [...columns.map((column) => texts.headings[column][0]), texts.why];
  const refused = rows.filter(({ reasons }) => reasons.length > 0);
  const lines = refused.map(({ cells, reasons }) => [
    ...columns.map((column) => cells[column]),
    reasons.map((reason) => reasonText(reason, "zh-CN")).join(" "),
  ]);
  return `\ufeff${[header, ...lines].map((line) => `${line.map(csvCell).join(",")}\r\n`).join("")}`;
}

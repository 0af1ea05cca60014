import { formatInstant } from "~/i18n/format";
import type { Language } from "~/i18n/language";
import { strings } from "~/i18n/strings";
import type { Deps } from "~/platform/db.server";
import { unitName } from "~/units/units";
import { csvCell } from "~/forms/csv";
import { EVERY_MESSAGE } from "./log-query";
import { listPublicMessages, type PublicItem } from "./public-queries.server";

/** A file that a spreadsheet still opens; the API pages through the rest. */
const MOST_ROWS = 20_000;

/** The public log as one CSV file, newest first. */
export async function messageCsv(deps: Deps, language: Language): Promise<string> {
  const { items } = await listPublicMessages(deps, EVERY_MESSAGE, { page: 1, pageSize: MOST_ROWS });
  const { page, receipt } = strings(language).messages;
  const header = [
    ...[page.number, page.kind, page.state, page.unit, page.receivedAt, page.firstRepliedAt, page.workingDays],
    ...[receipt.subject, page.question, page.reply],
  ];
  const lines = [header, ...items.map((item) => rowOf(item, language))];
  return `\ufeff${lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("")}`;
}

function rowOf(item: PublicItem, language: Language): (string | number)[] {
  const { kinds, states } = strings(language).messageTerms;
  const { number, kind, state, unit, receivedAt, firstRepliedAt, answeredIn, words } = item;
  return [
    ...[number, kinds[kind], states[state], unit ? unitName(unit, language) : ""],
    ...[formatInstant(receivedAt, language), firstRepliedAt ? formatInstant(firstRepliedAt, language) : ""],
    ...[answeredIn ?? "", words?.title ?? "", words?.body ?? "", words?.reply ?? ""],
  ];
}

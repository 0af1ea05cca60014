import { csvCell } from "~/forms/csv";
import { formatInstant } from "~/i18n/format";
import type { Language } from "~/i18n/language";
import { strings } from "~/i18n/strings";
import type { Deps } from "~/platform/db.server";
import { formatRecordedAt } from "~/timeline/event";
import { COUNTED, type Figures } from "./figures";
import { messageFigures } from "./figures.server";

type Asked = { year: string; month: string };

/** The figures for programs: the same parts as on the page, with the code by which each leads to its rows. */
export async function figuresData(deps: Deps, asked: Asked) {
  const { year, month, at, total, byUnit, byKind, byStreet, byMonth } = await messageFigures(deps, asked);
  return {
    ...{ year, month: month || null, asOf: formatRecordedAt(at), total },
    units: byUnit.map(({ unit, figures }) => ({ code: unit?.code ?? null, name: unit?.name ?? null, ...figures })),
    kinds: byKind.map(({ kind, figures }) => ({ code: kind, ...figures })),
    streets: byStreet.map(({ unit, figures }) => ({ code: unit?.code ?? null, name: unit?.name ?? null, ...figures })),
    months: byMonth.map((one) => ({ code: one.month, ...one.figures })),
  };
}

/** The same as one table. */
export async function figuresCsv(deps: Deps, asked: Asked, language: Language): Promise<string> {
  const { messages, messageTerms } = strings(language);
  const { figures: texts } = messages;
  const { at, total, byUnit, byKind, byStreet, byMonth } = await messageFigures(deps, asked);
  const nameOf = (unit: { name: string; nameEn: string } | null, none: string) =>
    unit ? (language === "en" ? unit.nameEn : unit.name) : none;
  const rows: [string, string, string, Figures][] = [
    [texts.parts.total, "", "", total],
    ...byUnit.map((one): [string, string, string, Figures] => [
      ...([texts.parts.unit, one.unit?.code ?? "", nameOf(one.unit, texts.notAssigned)] as const),
      one.figures,
    ]),
    ...byKind.map(({ kind, figures }): [string, string, string, Figures] => [
      ...([texts.parts.kind, kind, messageTerms.kinds[kind]] as const),
      figures,
    ]),
    ...byStreet.map((one): [string, string, string, Figures] => [
      ...([texts.parts.street, one.unit?.code ?? "", nameOf(one.unit, texts.noStreet)] as const),
      one.figures,
    ]),
    ...byMonth.map(({ month, figures }): [string, string, string, Figures] => [
      ...([texts.parts.month, month, ""] as const),
      figures,
    ]),
  ];
  const lines = [
    [texts.cutoff(formatInstant(at, language))],
    [texts.part, texts.code, texts.name, ...COUNTED.map((name) => texts[name])],
    ...rows.map(([part, code, name, figures]) => [part, code, name, ...COUNTED.map((counted) => figures[counted])]),
  ];
  return `\ufeff${lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("")}`;
}

import type { Unit, UnitKind } from "~/units/units";
import table from "./units.csv?raw";

/** The units that the founding plan names; read from units.csv (code, Chinese name, English name, kind). */
export function demonstrationUnits(): Unit[] {
  const lines = table.trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [code = "", name = "", nameEn = "", kind = ""] = cellsOf(line);
    return { code, name, nameEn, kind: kind as UnitKind, abolishedOn: null };
  });
}

/** Cells of one line; a cell with commas stands in quotation marks. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(?:,|$)/g)].map(([, bare, quoted]) => quoted ?? bare ?? "");
}

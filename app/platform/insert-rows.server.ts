import type { SqlTx } from "~/platform/sql-transaction.server";

/** Each number of rows is a statement of its own to prepare and to keep. */
const ROWS_PER_STATEMENT = 100;

/**
 * What inserts rows into a table, many with one statement, and tells how many came in. By hand, because the client's own
 * createMany takes some twenty times as long for hundreds of rows. `ending` is what the statement ends with.
 */
export function rowInserter<Column extends string>(
  table: string,
  columns: readonly Column[],
  ending = "",
): (tx: SqlTx, rows: readonly Record<Column, unknown>[]) => Promise<number> {
  const statements = new Map<number, TemplateStringsArray>();
  const statementOf = (rows: number): TemplateStringsArray => {
    const known = statements.get(rows) ?? templateOf(table, columns, rows, ending);
    statements.set(rows, known);
    return known;
  };
  return async (tx, rows) => {
    let inserted = 0;
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      const some = rows.slice(from, from + ROWS_PER_STATEMENT);
      const values = some.flatMap((row) => columns.map((column) => row[column]));
      inserted += await tx.$executeRaw(statementOf(some.length), ...values);
    }
    return inserted;
  };
}

/** The statement for so many rows, as the template that it would be if it were written out. */
function templateOf(table: string, columns: readonly string[], rows: number, ending: string): TemplateStringsArray {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const row = `(${columns.map(() => "?").join(", ")})`;
  const parts = `INSERT INTO "${table}" (${names}) VALUES ${Array(rows).fill(row).join(", ")} ${ending}`.split("?");
  return Object.assign(parts, { raw: parts });
}

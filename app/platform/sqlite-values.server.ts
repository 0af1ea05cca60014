import { type ArgType, type ColumnType, ColumnTypeEnum, type MappedError } from "@prisma/driver-adapter-utils";

const COLUMN_TYPES: Record<string, ColumnType> = {
  DECIMAL: ColumnTypeEnum.Numeric,
  REAL: ColumnTypeEnum.Double,
  INTEGER: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  DATETIME: ColumnTypeEnum.DateTime,
  TEXT: ColumnTypeEnum.Text,
  BLOB: ColumnTypeEnum.Bytes,
  BOOLEAN: ColumnTypeEnum.Boolean,
  JSONB: ColumnTypeEnum.Json,
};

/** The value that SQLite stores for an argument of Prisma. Instants are text in UTC, so that they sort as they happened. */
export function toStored(value: unknown, { scalarType }: ArgType): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return storedInstant(value);
  if (typeof value !== "string") return value;
  switch (scalarType) {
    case "int":
      return Number.parseInt(value, 10);
    case "float":
    case "decimal":
      return Number.parseFloat(value);
    case "bigint":
      return BigInt(value);
    case "datetime":
      return storedInstant(new Date(value));
    case "bytes":
      return Buffer.from(value, "base64");
    default:
      return value;
  }
}

function storedInstant(instant: Date): string {
  return instant.toISOString().replace("Z", "+00:00");
}

/** Columns computed by a query have no declared type: the first value that is not null tells it. */
export function columnTypesOf(declared: (string | null)[], rows: unknown[][]): ColumnType[] {
  return declared.map((type, column) => COLUMN_TYPES[type?.toUpperCase() ?? ""] ?? typeOfValues(rows, column));
}

function typeOfValues(rows: unknown[][], column: number): ColumnType {
  const value = rows.find((row) => row[column] !== null)?.[column];
  if (typeof value === "string") return ColumnTypeEnum.Text;
  if (typeof value === "bigint") return ColumnTypeEnum.Int64;
  if (typeof value === "number") return ColumnTypeEnum.UnknownNumber;
  if (value instanceof Uint8Array) return ColumnTypeEnum.Bytes;
  return ColumnTypeEnum.Int32;
}

/** Turns the values of a row, in place, into those that Prisma reads. */
export function toRead(row: unknown[], types: ColumnType[]): unknown[] {
  for (let column = 0; column < row.length; column++) {
    const value = row[column];
    if (typeof value !== "bigint") continue;
    const number = Number(value);
    if (types[column] === ColumnTypeEnum.DateTime) row[column] = new Date(number).toISOString();
    else row[column] = Number.isSafeInteger(number) ? number : value.toString();
  }
  return row;
}

interface SqliteError {
  code: string;
  message: string;
}

/** What Prisma is told of an error of SQLite, or undefined when the error is not SQLite's. */
export function toPrismaError(
  error: unknown,
): (MappedError & { originalCode: string; originalMessage: string }) | undefined {
  if (!isSqliteError(error)) return undefined;
  return { originalCode: error.code, originalMessage: error.message, ...kindOf(error) };
}

function isSqliteError(error: unknown): error is SqliteError {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_")
  );
}

function kindOf({ code, message }: SqliteError): MappedError {
  switch (code) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
      return { kind: "UniqueConstraintViolation", ...constrained(message) };
    case "SQLITE_CONSTRAINT_NOTNULL":
      return { kind: "NullConstraintViolation", constraint: constrained(message).constraint };
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
    case "SQLITE_CONSTRAINT_TRIGGER":
      return { kind: "ForeignKeyConstraintViolation", constraint: { foreignKey: {} } };
  }
  if (code.startsWith("SQLITE_BUSY")) return { kind: "SocketTimeout" };
  if (message.startsWith("no such table: ")) return { kind: "TableDoesNotExist", table: message.split(": ")[1] };
  if (message.startsWith("no such column: ")) return { kind: "ColumnNotFound", column: message.split(": ")[1] };
  return { kind: "sqlite", extendedCode: 1, message };
}

/** SQLite names the columns as `UNIQUE constraint failed: Comment.key, Comment.channel`. */
function constrained(message: string): { constraint?: { fields: string[] }; table?: string } {
  const columns = message
    .split("constraint failed: ")[1]
    ?.split(", ")
    .map((column) => column.split("."));
  if (!columns) return {};
  return { constraint: { fields: columns.map((parts) => parts.at(-1)!) }, table: columns[0].slice(0, -1).join(".") };
}

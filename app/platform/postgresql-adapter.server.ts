import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, Transaction } from "@prisma/driver-adapter-utils";

const MOST_CONNECTIONS = 10;
const MOST_NAMED_STATEMENTS = 500;

/** The stock adapter with named statements, whose transactions ask one thing after another. */
export async function openPostgresqlAdapter(url: string): Promise<SqlDriverAdapter> {
  const pool = { connectionString: url, max: MOST_CONNECTIONS, options: "-c TimeZone=UTC" };
  const adapter = await new PrismaPg(pool, { statementNameGenerator: statementNames() }).connect();
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolationLevel) => askedInTurn(await startTransaction(isolationLevel));
  return adapter;
}

/** Named statements are planned once per connection. They live as long as it does, so their number is bounded. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (!names.has(sql)) names.set(sql, names.size < MOST_NAMED_STATEMENTS ? `s${names.size}` : "");
    return names.get(sql)!;
  };
}

/**
 * Prisma reads the relations of a record side by side. A transaction has one connection, on which the driver takes one
 * query at a time: it still queues others by itself, but has announced that it will not.
 */
function askedInTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Query, Result>(ask: (query: Query) => Promise<Result>) => {
    return (query: Query) => {
      const answer = last.then(() => ask(query));
      last = answer.catch(() => undefined);
      return answer;
    };
  };
  transaction.queryRaw = inTurn(transaction.queryRaw.bind(transaction));
  transaction.executeRaw = inTurn(transaction.executeRaw.bind(transaction));
  return transaction;
}

/** The PostgreSQL schema, as text, derived from prisma/schema.prisma for a file two folders below the root. */
export function postgresqlSchema(source) {
  return replaceOnce(
    replaceOnce(source, 'provider = "sqlite"', 'provider = "postgresql"'),
    '"../app/platform/prisma.server"',
    '"../../app/platform/prisma-postgresql.server"',
  );
}

function replaceOnce(text, from, to) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`prisma/schema.prisma must contain ${from} exactly once`);
  return parts.join(to);
}

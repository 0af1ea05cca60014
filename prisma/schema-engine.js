// Prisma's schema engine as WebAssembly, without a database behind it: comparing two schemas needs none, but the engine
// insists on a connection, so it gets one that only tells which server it stands for.
import { readFileSync } from "node:fs";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const providers = { sqlite: "sqlite", postgresql: "postgres" };

const module = path.resolve(import.meta.dirname, "../node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm");
const { instance } = await WebAssembly.instantiate(readFileSync(module), { "./schema_engine_bg.js": bindings });
bindings.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

export function startSchemaEngine(engineName, schema) {
  const provider = providers[engineName];
  const connect = async () => connectionOf(provider);
  const factory = { provider, adapterName: "no database", connect, connectToShadowDb: connect };
  const ignoreLog = () => {};
  return bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    ignoreLog,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

function connectionOf(provider) {
  return {
    provider,
    adapterName: "no database",
    queryRaw: async () => serverVersion,
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error("There is no database behind this connection")),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => {},
  };
}

const serverVersion = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, "PostgreSQL 15", 150000]],
};

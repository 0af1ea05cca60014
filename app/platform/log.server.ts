import { pino } from "pino";
import { env } from "./env.server";

let logger: pino.Logger | undefined;

/** Structured log. Never give it a body, a name, a contact or a whole receipt code. */
export function log(): pino.Logger {
  return (logger ??= pino({ level: env().LOG_LEVEL, base: undefined }));
}

/** A path fit for the log: the query is dropped and a receipt's code is cut. */
export function pathForLog(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  return path.replace(/^(\/receipts\/.{4})[^/]*/, "$1…").slice(0, 200);
}

import type { AppLoadContext } from "@remix-run/server-runtime";
import { getDatabase, type Deps } from "./db.server";

/** What verbs and queries need, for a route: the process's database and the instant the request arrived. */
export function depsOf(context: AppLoadContext): Deps {
  return { db: getDatabase(), now: context.now };
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { depsOf } from "~/platform/deps.server";
import { isDatabaseReachable } from "~/platform/health.server";

export async function loader({ context }: LoaderFunctionArgs) {
  const isReachable = await isDatabaseReachable(depsOf(context));
  return new Response(JSON.stringify({ status: isReachable ? "ok" : "unavailable", database: isReachable }), {
    status: isReachable ? 200 : 503,
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });
}

import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, PRIVATE } from "~/platform/http.server";
import { limitRate } from "~/platform/rate-limit.server";
import { AskedPage } from "~/policies/components/asked-page";
import { askedByCode } from "~/policies/reader-queries.server";
import { pageMeta } from "~/ui/page-meta";

/** Codes cannot be guessed, and whoever tries is slowed down: only misses are counted. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await askedByCode(depsOf(context), params.code ?? "");
  if (found) return found;
  const limited = await attempt(() => limitRate("receipt", context.address));
  if (limited.ok) throw notFound();
  const seconds = String(limited.reasons[0]?.params?.seconds ?? 60);
  throw new Response(null, { status: limited.status, headers: { ...PRIVATE, "Retry-After": seconds } });
}

export const headers: HeadersFunction = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ policies: { asked } }) => ({ title: asked.title, hidden: true }));

export default function Asked() {
  return <AskedPage {...useLoaderData<typeof loader>()} />;
}

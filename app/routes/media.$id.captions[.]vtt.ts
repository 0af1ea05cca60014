import type { LoaderFunctionArgs } from "@remix-run/node";
import { getActor } from "~/accounts/session.server";
import { readableCaptions } from "~/media/queries.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const captions = await readableCaptions(await getActor(request, deps), params.id ?? "", deps);
  if (captions === null) throw notFound();
  return new Response(captions, {
    headers: { "Content-Type": "text/vtt; charset=utf-8", "Cache-Control": "private, no-cache" },
  });
}

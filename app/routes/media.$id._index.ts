import type { LoaderFunctionArgs } from "@remix-run/node";
import { getActor } from "~/accounts/session.server";
import { readableMedia } from "~/media/queries.server";
import { sendMedia } from "~/media/send-media.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";

/** The bytes of a film, recording or picture, whole or the part that is asked for. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const file = await readableMedia(await getActor(request, deps), params.id ?? "", "file", deps);
  if (!file) throw notFound();
  return sendMedia(file, request);
}

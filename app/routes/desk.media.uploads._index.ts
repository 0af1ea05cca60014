import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/session.server";
import { beginUploadForm } from "~/media/forms";
import { beginUpload } from "~/media/receive-upload.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE } from "~/platform/http.server";
import { readForm } from "~/platform/posted-form.server";

/** A file that is arriving is asked for under its own id. */
export function loader() {
  throw notFound();
}

/** Begins a file that arrives in parts; the answer names its id and says that nothing is there yet. */
export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const tried = await attempt(async () =>
    beginUpload(actor, parseForm(beginUploadForm, await readForm(request)), deps),
  );
  if (!tried.ok) return Response.json({ reasons: tried.reasons }, { status: tried.status, headers: PRIVATE });
  return Response.json(tried.value, { status: 201, headers: PRIVATE });
}

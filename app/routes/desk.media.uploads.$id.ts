import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/session.server";
import { addPart, uploadState, type UploadState } from "~/media/receive-upload.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE } from "~/platform/http.server";
import { Refused } from "~/platform/refusal";

/** How far a file is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => uploadState(actor, params.id ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status, headers: PRIVATE });
  return answer(found.value, 200);
}

/** A part of the file: its bytes are the body, `Upload-Offset` says where it begins. 409 tells where it should have. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const given = request.headers.get("Upload-Offset") ?? "";
  const tried = await attempt(async () => {
    if (!/^\d{1,12}$/.test(given) || !request.body) throw new Refused([{ code: "form_unreadable" }], 400);
    const before = await uploadState(actor, params.id ?? "", deps);
    const bytes = request.body as unknown as AsyncIterable<Uint8Array>;
    const after = await addPart(actor, before.id, { offset: Number(given), bytes }, deps);
    return { after, isTaken: Number(given) === before.offset };
  });
  if (!tried.ok) return new Response(null, { status: tried.status, headers: PRIVATE });
  return answer(tried.value.after, tried.value.isTaken ? 200 : 409);
}

function answer(state: UploadState, status: number): Response {
  return Response.json(state, { status, headers: PRIVATE });
}

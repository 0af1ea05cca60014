import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/session.server";
import { deskForm } from "~/nominations/case-files.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, numberParam } from "~/platform/http.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const number = numberParam(params.number);
  if (number === null) return notFound();
  const found = await attempt(() => deskForm(actor, number, deps));
  return found.ok ? found.value : notFound();
}

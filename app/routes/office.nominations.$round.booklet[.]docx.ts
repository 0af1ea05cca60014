import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/session.server";
import { officeBooklet } from "~/nominations/case-files.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound } from "~/platform/http.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => officeBooklet(actor, params.round ?? "", deps));
  return found.ok ? found.value : notFound();
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { depsOf } from "~/platform/deps.server";
import { problem } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";
import { policyData } from "~/policies/policy-open-data.server";
import { reinterpretationData } from "~/quality/public-reinterpretation.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const deps = depsOf(context);
  const found = await policyData(deps, slug);
  if (!found) return problem(404, "not_found", "Not found");
  keepPage(context, { tags: [`policy:${slug}`, "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json({ ...found, reinterpretation: await reinterpretationData(deps, slug) });
}

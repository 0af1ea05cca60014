import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { depsOf } from "~/platform/deps.server";
import { problem } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";
import { policyData } from "~/policies/policy-open-data.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const found = await policyData(depsOf(context), slug);
  if (!found) return problem(404, "not_found", "Not found");
  keepPage(context, { tags: [`policy:${slug}`, "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json(found);
}

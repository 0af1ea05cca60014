import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { reviewData } from "~/inspections/open-data.server";
import { depsOf } from "~/platform/deps.server";
import { numberParam, problem } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await reviewData(depsOf(context), numberParam(params.year));
  if (!found) return problem(404, "not_found", "Not found");
  keepPage(context, { tags: ["policies", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json(found);
}

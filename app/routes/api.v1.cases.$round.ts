import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { roundData } from "~/nominations/open-data.server";
import { depsOf } from "~/platform/deps.server";
import { problem } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await roundData(depsOf(context), params.round ?? "");
  if (!found) return problem(404, "not_found", "Not found");
  keepPage(context, { tags: ["cases", "policies", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json(found);
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { commentData } from "~/consultations/open-data.server";
import { pagingOf } from "~/consultations/paging";
import { depsOf } from "~/platform/deps.server";
import { problem } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const found = await commentData(depsOf(context), slug, pagingOf(new URL(request.url).searchParams));
  if (!found) return problem(404, "not_found", "Not found");
  keepPage(context, {
    tags: [`consultation:${slug}`, "everything"],
    validUntil: endOfDay(plainDateOf(context.now)),
  });
  return json(found);
}

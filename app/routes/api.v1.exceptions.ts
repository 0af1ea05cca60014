import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { pagingOf } from "~/consultations/paging";
import { depsOf } from "~/platform/deps.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";
import { exceptionList } from "~/policies/policy-open-data.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  keepPage(context, { tags: ["policies", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json(await exceptionList(depsOf(context), pagingOf(url.searchParams)));
}

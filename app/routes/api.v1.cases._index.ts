import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { pagingOf } from "~/consultations/paging";
import { roundList } from "~/nominations/open-data.server";
import { depsOf } from "~/platform/deps.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  keepPage(context, { tags: ["cases", "policies", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json(await roundList(depsOf(context), pagingOf(new URL(request.url).searchParams)));
}

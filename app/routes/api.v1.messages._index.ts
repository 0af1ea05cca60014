import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { pagingOf } from "~/consultations/paging";
import { readListQuery } from "~/messages/log-query";
import { messageList } from "~/messages/open-data.server";
import { depsOf } from "~/platform/deps.server";
import { filterOf } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  keepPage(context, { tags: ["messages", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const query = readListQuery((name) => filterOf(url, name), plainDateOf(context.now));
  return json(await messageList(depsOf(context), query, pagingOf(url.searchParams)));
}

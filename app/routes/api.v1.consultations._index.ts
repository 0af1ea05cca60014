import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { consultationList } from "~/consultations/open-data.server";
import { pagingOf } from "~/consultations/paging";
import { depsOf } from "~/platform/deps.server";
import { filterOf } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  keepPage(context, { tags: ["consultations", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const of = (name: string) => filterOf(url, name);
  const filter = { q: of("q"), unit: of("unit"), state: of("state"), year: of("year") };
  return json(await consultationList(depsOf(context), filter, pagingOf(url.searchParams)));
}

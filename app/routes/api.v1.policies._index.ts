import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { pagingOf } from "~/consultations/paging";
import { depsOf } from "~/platform/deps.server";
import { filterOf } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";
import { policyList } from "~/policies/policy-open-data.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  keepPage(context, { tags: ["policies", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const of = (name: string) => filterOf(url, name);
  const filter = { q: of("q"), unit: of("unit"), state: of("state"), year: of("year") };
  return json(await policyList(depsOf(context), filter, pagingOf(url.searchParams)));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { pagingOf } from "~/consultations/paging";
import { depsOf } from "~/platform/deps.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";
import { dailyHeads } from "~/timeline/queries.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const paging = pagingOf(new URL(request.url).searchParams);
  keepPage(context, { tags: ["timeline"] });
  return json({ ...(await dailyHeads(depsOf(context), paging)), ...paging });
}

import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskMessages as texts } from "~/i18n/zh-CN/desk-messages";
import { DeskMessages } from "~/messages/components/desk-messages";
import { filterIn, readDeskFilter } from "~/messages/desk-filter";
import { deskMessages, watchedUnits } from "~/messages/desk-queries.server";
import { DESK_VIEWS } from "~/messages/desk-shown";
import { depsOf } from "~/platform/deps.server";
import { attempt, filterOf, pageOf, PRIVATE } from "~/platform/http.server";
import { pageMeta } from "~/ui/page-meta";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const view = DESK_VIEWS.find((one) => one === url.searchParams.get("view")) ?? "todo";
  const filter = filterIn(
    view,
    readDeskFilter((name) => filterOf(url, name)),
  );
  const asked = { view, filter, page: pageOf(url), pageSize: PAGE_SIZE };
  const found = await attempt(() => deskMessages(actor, asked, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const topics = watchedUnits(actor).map((unit) => `desk:${unit}`);
  return data({ ...found.value, ...asked, topics, search: url.search }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.list.title, hidden: true }));

export default function DeskMessageList() {
  return <DeskMessages {...useLoaderData<typeof loader>()} />;
}

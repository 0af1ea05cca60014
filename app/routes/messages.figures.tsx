import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { MessageFigures } from "~/messages/components/message-figures";
import { messageFigures } from "~/messages/figures.server";
import { messageYears } from "~/messages/public-queries.server";
import { depsOf } from "~/platform/deps.server";
import { filterOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const url = new URL(request.url);
  keepPage(context, { tags: ["messages", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const asked = { year: filterOf(url, "year"), month: filterOf(url, "month") };
  return { ...(await messageFigures(deps, asked)), years: await messageYears(deps) };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ messages: { figures } }) => ({ title: figures.title, description: figures.description }));

export default function Figures() {
  return <MessageFigures {...useLoaderData<typeof loader>()} />;
}

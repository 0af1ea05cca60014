import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { PublicMessage } from "~/messages/components/public-message";
import { publicMessage } from "~/messages/public-queries.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const number = params.number ?? "";
  const message = await publicMessage(depsOf(context), number);
  if (!message) throw notFound();
  // The answer to the one it was merged into changes nothing here: its own page says that.
  keepPage(context, { tags: [`message:${number}`, "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return message;
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ messages }) => ({
    title: data?.words?.title ?? messages.page.title(data?.number ?? ""),
    description: messages.list.description,
    hidden: !data?.words,
  }));

export default function Message() {
  return <PublicMessage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { figuresData } from "~/messages/export-figures.server";
import { depsOf } from "~/platform/deps.server";
import { filterOf } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  keepPage(context, { tags: ["messages", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json(await figuresData(depsOf(context), { year: filterOf(url, "year"), month: filterOf(url, "month") }));
}

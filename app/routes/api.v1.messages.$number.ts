import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { messageData } from "~/messages/open-data.server";
import { depsOf } from "~/platform/deps.server";
import { problem } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const number = params.number ?? "";
  const found = await messageData(depsOf(context), number);
  if (!found) return problem(404, "not_found", "Not found");
  keepPage(context, { tags: [`message:${number}`, "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json(found);
}

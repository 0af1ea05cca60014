import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { languageOf } from "~/i18n/language";
import { figuresCsv } from "~/messages/export-figures.server";
import { depsOf } from "~/platform/deps.server";
import { filterOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  keepPage(context, { tags: ["messages", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const asked = { year: filterOf(url, "year"), month: filterOf(url, "month") };
  return new Response(await figuresCsv(depsOf(context), asked, languageOf(request)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="figures.csv"',
    },
  });
}

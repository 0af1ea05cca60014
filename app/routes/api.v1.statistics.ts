import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { consultationFigures } from "~/consultations/figures.server";
import { languageOf } from "~/i18n/language";
import { depsOf } from "~/platform/deps.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  keepPage(context, { tags: ["consultations", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  return json(await consultationFigures(depsOf(context), languageOf(request)));
}

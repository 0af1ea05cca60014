import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportOutcome } from "~/consultations/export-outcome.server";
import { languageOf } from "~/i18n/language";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = await exportOutcome(depsOf(context), params.slug ?? "", "csv", languageOf(request));
  return file ?? notFound();
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { outcomeData } from "~/consultations/open-data.server";
import { depsOf } from "~/platform/deps.server";
import { problem } from "~/platform/http.server";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const found = await outcomeData(depsOf(context), slug);
  if (!found) return problem(404, "not_found", "Not found");
  keepPage(context, { tags: [`consultation:${slug}`, "everything"] });
  return json(found);
}

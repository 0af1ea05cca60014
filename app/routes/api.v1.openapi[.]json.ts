import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDataDescription } from "~/consultations/open-data-description";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export function loader({ context }: LoaderFunctionArgs) {
  keepPage(context, { tags: ["everything"] });
  return json(openDataDescription());
}

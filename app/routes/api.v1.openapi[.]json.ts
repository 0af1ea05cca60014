import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDataDescription } from "~/consultations/open-data-description";
import { MESSAGE_OPERATIONS } from "~/messages/open-data";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";

export function loader({ context }: LoaderFunctionArgs) {
  keepPage(context, { tags: ["everything"] });
  return json(openDataDescription(MESSAGE_OPERATIONS));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { listOf } from "~/consultations/open-data";
import { openDataDescription, SLUG } from "~/consultations/open-data-description";
import { REVIEW_ITEMS } from "~/inspections/open-data";
import { MESSAGE_OPERATIONS } from "~/messages/open-data";
import { CASE_ITEMS, CASE_LISTS } from "~/nominations/case-operations";
import { json } from "~/platform/json.server";
import { keepPage } from "~/platform/kept-page";
import { POLICY_ITEMS, POLICY_LISTS } from "~/policies/policy-operations";

export function loader({ context }: LoaderFunctionArgs) {
  keepPage(context, { tags: ["everything"] });
  const lists = Object.entries({ ...POLICY_LISTS, ...CASE_LISTS }).map(([path, { item, ...list }]) => [
    path,
    { ...list, schema: listOf(item) },
  ]);
  const items = Object.entries(POLICY_ITEMS).map(([path, item]) => [
    path,
    { ...item, parameters: [SLUG], isNamed: true },
  ]);
  return json(
    openDataDescription({
      ...MESSAGE_OPERATIONS,
      ...Object.fromEntries([...lists, ...items]),
      ...CASE_ITEMS,
      ...REVIEW_ITEMS,
    }),
  );
}

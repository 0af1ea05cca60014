import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/session.server";
import { refusedOrdersForm } from "~/messages/forms";
import { MOST_BYTES, previewOrders, refusedFile } from "~/messages/import-orders.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE } from "~/platform/http.server";
import { readForm } from "~/platform/posted-form.server";

/** There is nothing to read here without the table that was looked at. */
export const loader = () => notFound();

/** The orders that were not taken, with the reasons. */
export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const made = await attempt(async () => {
    const { table } = parseForm(refusedOrdersForm, await readForm(request, { maxTextBytes: 2 * MOST_BYTES }));
    return refusedFile(await previewOrders(actor, table, deps));
  });
  if (!made.ok) return made.status === 404 ? notFound() : new Response(null, { status: made.status, headers: PRIVATE });
  const headers = {
    ...PRIVATE,
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="refused-orders.csv"',
  };
  return new Response(made.value, { headers });
}

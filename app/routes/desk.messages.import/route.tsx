import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { importOrders as texts } from "~/i18n/zh-CN/desk-import-orders";
import { ImportOrdersPage, type ImportAnswer } from "~/messages/components/import-orders-page";
import { importOrdersForm } from "~/messages/forms";
import { importOrders, MOST_BYTES, previewOrders, readOrderFile } from "~/messages/import-orders.server";
import { mayEnter } from "~/messages/permissions";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE } from "~/platform/http.server";
import { discardFiles, readForm, type PostedForm } from "~/platform/posted-form.server";
import { Refused, requireNone } from "~/platform/refusal";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, depsOf(context));
  if (!mayEnter(actor)) throw notFound();
  return data({ maxBytes: MOST_BYTES }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayEnter(actor)) throw notFound();
  let posted: PostedForm | undefined;
  const tried = await attempt(async (): Promise<ImportAnswer> => {
    posted = await readForm(request, { maxTextBytes: 2 * MOST_BYTES, files: { max: 1, maxBytes: MOST_BYTES } });
    const form = parseForm(importOrdersForm, posted);
    requireNone(posted.reasons);
    if (form.act === "confirm") {
      return { reasons: [], step: "done", rows: await importOrders(actor, form.table, deps) };
    }
    const [file] = posted.files;
    if (!file) throw new Refused([{ code: "orders_missing", field: "orders" }]);
    return { reasons: [], step: "preview", rows: await previewOrders(actor, await readOrderFile(file), deps) };
  });
  await discardFiles(posted?.files ?? []);
  if (tried.ok) return data(tried.value, { headers: PRIVATE });
  const refused: ImportAnswer = { reasons: tried.reasons, step: "file", rows: [] };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function ImportOrders() {
  return <ImportOrdersPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

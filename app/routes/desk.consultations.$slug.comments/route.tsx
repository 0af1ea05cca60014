import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ProcessingDesk } from "~/consultations/components/processing-desk";
import { deskConsultation } from "~/consultations/desk-queries.server";
import { filterQuery, readFilter } from "~/consultations/processing-filter";
import { processingPage } from "~/consultations/processing-queries.server";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { depsOf } from "~/platform/deps.server";
import { attempt, numberParam, pageOf, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { performChosen } from "./acts.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const asked = { filter: readFilter(url.searchParams), page: pageOf(url) };
  const found = await attempt(() => processingPage(actor, params.slug ?? "", asked, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const decided = numberParam(url.searchParams.get("decided") ?? undefined);
  const done = numberParam(url.searchParams.get("done") ?? undefined);
  return data({ desk: found.value, decided, done }, { headers: PRIVATE });
}

/** One act for the comments chosen; the filter in the address says what a chosen group consists of. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  const filter = readFilter(new URL(request.url).searchParams);
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await deskConsultation(actor, slug, deps);
    form = await readForm(request);
    return performChosen(form.fields.act?.[0] ?? "", { actor, slug, filter, form, deps });
  });
  const act = form?.fields.act?.[0] ?? "";
  if (tried.ok && tried.value.failed.length === 0) {
    const query = new URLSearchParams(filterQuery(filter));
    query.set(act === "decide" ? "decided" : "done", String(tried.value.done));
    return seeOther(href(`/desk/consultations/${slug}/comments?${query}`), PRIVATE);
  }
  const refused = { act, values: typedValues(form), chosen: chosenIn(form), kept: [] };
  if (tried.ok) return data({ ...refused, ...tried.value, reasons: [] }, { status: 422, headers: PRIVATE });
  return data({ ...refused, reasons: tried.reasons }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, () => ({ title: `${deskComments.list.title} · ${page?.desk.title ?? ""}`, hidden: true }));

export default function DeskComments() {
  return <ProcessingDesk {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

function chosenIn(form: PostedForm | undefined): string[] {
  const { comments = [], cluster = [] } = form?.fields ?? {};
  return [...comments, ...cluster];
}

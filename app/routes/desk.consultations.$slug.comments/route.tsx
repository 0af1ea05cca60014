import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ProcessingDesk } from "~/consultations/components/processing-desk";
import { decideChosen } from "~/consultations/decide-chosen.server";
import { deskConsultation } from "~/consultations/desk-queries.server";
import { decideChosenForm, REPEATABLE_FIELDS } from "~/consultations/forms";
import { filterQuery, readFilter } from "~/consultations/processing-filter";
import { processingPage } from "~/consultations/processing-queries.server";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { depsOf } from "~/platform/deps.server";
import { attempt, numberParam, pageOf, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const asked = { filter: readFilter(url.searchParams), page: pageOf(url) };
  const found = await attempt(() => processingPage(actor, params.slug ?? "", asked, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const decided = numberParam(url.searchParams.get("decided") ?? undefined);
  return data({ desk: found.value, decided }, { headers: PRIVATE });
}

/** One response for the comments chosen; the filter in the address says what a chosen group consists of. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  const filter = readFilter(new URL(request.url).searchParams);
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await deskConsultation(actor, slug, deps);
    form = await readForm(request);
    const {
      act: _act,
      version: _version,
      cluster: clusters,
      ...decision
    } = parseForm(decideChosenForm, form, REPEATABLE_FIELDS);
    return decideChosen(actor, { slug, filter, clusters, ...decision }, deps);
  });
  if (tried.ok) {
    const query = new URLSearchParams(filterQuery(filter));
    query.set("decided", String(tried.value.decided));
    return seeOther(href(`/desk/consultations/${slug}/comments?${query}`), PRIVATE);
  }
  const chosen = chosenIn(form);
  const refused = { act: "decide", reasons: tried.reasons, values: typedValues(form), chosen };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, () => ({ title: `${deskComments.list.title} · ${page?.desk.title ?? ""}`, hidden: true }));

export default function DeskComments() {
  const { desk, decided } = useLoaderData<typeof loader>();
  return <ProcessingDesk desk={desk} decided={decided} refused={useActionData<typeof action>()} />;
}

function chosenIn(form: PostedForm | undefined): string[] {
  const { comments = [], cluster = [] } = form?.fields ?? {};
  return [...comments, ...cluster];
}

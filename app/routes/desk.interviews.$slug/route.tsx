import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { reasonsByField } from "~/i18n/reasons";
import { DeskInterviewPage } from "~/interviews/components/desk-interview-page";
import type { RefusedAct } from "~/interviews/components/refused-act";
import { deskInterview } from "~/interviews/desk-queries.server";
import { interviewActForm } from "~/interviews/forms";
import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import type { Reason } from "~/platform/refusal";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { perform, writtenOf } from "./acts.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => deskInterview(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data({ interview: found.value, written: writtenOf(found.value) }, { headers: PRIVATE });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    posted = await readForm(request);
    const form = parseForm(interviewActForm, posted);
    await perform(actor, slug, form, deps);
    return "number" in form ? `#question-${form.number}` : "";
  });
  if (tried.ok) return seeOther(href(`/desk/interviews/${slug}${tried.value}`), PRIVATE);
  return data(refusalOf(tried.reasons, posted), { status: tried.status, headers: PRIVATE });
}

function refusalOf(reasons: Reason[], posted: PostedForm | undefined): RefusedAct {
  const { act = "", number = "", ...values } = typedValues(posted);
  return { act, number, reasons, errors: reasonsByField(reasons, "zh-CN"), values };
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, () => ({ title: loaded?.interview.title ?? "", hidden: true }));

export default function Interview() {
  const refused = useActionData<typeof action>() as RefusedAct | undefined;
  return <DeskInterviewPage {...useLoaderData<typeof loader>()} refused={refused ?? null} />;
}

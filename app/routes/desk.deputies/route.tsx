import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { holds } from "~/accounts/actor";
import { requireStaff } from "~/accounts/session.server";
import { DeputiesPage } from "~/deputies/components/deputies-page";
import type { HandOverResult } from "~/deputies/deputies-facts";
import { deputiesFacts } from "~/deputies/deputies-queries.server";
import { deputiesForm } from "~/deputies/forms";
import { deskDeputies } from "~/i18n/zh-CN/desk-deputies";
import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import type { Reason } from "~/platform/refusal";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { absentRows, perform } from "./work.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const absent = holds(actor, "approver") ? await absentRows(actor, deps) : null;
  const done = new URL(request.url).searchParams.get("done");
  return data({ facts: await deputiesFacts(actor, deps), absent, done }, { headers: PRIVATE });
}

/** Moving somebody's work answers with the page, because it says item by item what became of it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    posted = await readForm(request);
    const form = parseForm(deputiesForm, posted);
    return { act: form.act, handedOver: await perform(actor, form, deps) };
  });
  if (!tried.ok) {
    const typed = typedValues(posted);
    return data({ handedOver: null, reasons: tried.reasons, typed }, { status: tried.status, headers: PRIVATE });
  }
  const { act, handedOver } = tried.value;
  if (handedOver) return data({ handedOver, reasons: null, typed: {} }, { headers: PRIVATE });
  return seeOther(href(`/desk/deputies?done=${act}`), PRIVATE);
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskDeputies.title, hidden: true }));

interface Answer {
  handedOver: HandOverResult | null;
  reasons: Reason[] | null;
  typed: Record<string, string | undefined>;
}

export default function Deputies() {
  const { facts, absent, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const refused = answer?.reasons ? { reasons: answer.reasons, typed: answer.typed } : null;
  const handedOver = answer?.handedOver ?? null;
  return <DeputiesPage {...{ facts, absent, refused, handedOver }} done={answer ? null : done} />;
}

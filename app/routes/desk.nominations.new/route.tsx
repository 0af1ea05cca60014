import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { reasonsByField } from "~/i18n/reasons";
import { deskNominations as texts } from "~/i18n/zh-CN/desk-nominations";
import { beginNomination } from "~/nominations/change-nomination.server";
import { NewNominationPage, type RefusedNew } from "~/nominations/components/new-page";
import { deskNominations } from "~/nominations/desk-nominations.server";
import { newNominationForm } from "~/nominations/forms";
import { depsOf } from "~/platform/deps.server";
import { attempt, filterOf, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const { candidates, mayNominate, round } = await deskNominations(actor, deps);
  if (!mayNominate) throw notFound();
  return data({ candidates, round, policy: filterOf(new URL(request.url), "policy") }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    posted = await readForm(request);
    return beginNomination(actor, parseForm(newNominationForm, posted), deps);
  });
  if (tried.ok) return seeOther(href(`/desk/nominations/${tried.value}`), PRIVATE);
  const errors = reasonsByField(tried.reasons, "zh-CN");
  const refused: RefusedNew = { reasons: tried.reasons, errors, values: typedValues(posted) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: texts.fresh.title, hidden: true }));

export default function NewNomination() {
  const refused = useActionData<typeof action>() as RefusedNew | undefined;
  return <NewNominationPage {...useLoaderData<typeof loader>()} refused={refused ?? null} />;
}

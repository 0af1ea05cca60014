import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskNominations as texts } from "~/i18n/zh-CN/desk-nominations";
import { OfficePage } from "~/nominations/components/office-page";
import { refusedAct, type RefusedAct } from "~/nominations/components/refused-act";
import { REPEATED_IN_ROUND, roundForm } from "~/nominations/forms";
import { officeRound, requireOfficeRound } from "~/nominations/office-rounds.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { perform } from "./acts.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => officeRound(actor, params.round ?? "", deps));
  if (!found.ok) throw notFound();
  return data({ found: found.value }, { headers: PRIVATE });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const round = params.round ?? "";
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    await requireOfficeRound(actor, round, deps);
    posted = await readForm(request);
    await perform(actor, round, parseForm(roundForm, posted, REPEATED_IN_ROUND), deps);
  });
  if (tried.ok) return seeOther(href(`/office/nominations/${round}`), PRIVATE);
  return data(refusedAct(tried.reasons, posted?.fields), { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: texts.office.title, hidden: true }));

export default function OfficeRound() {
  const refused = useActionData<typeof action>() as RefusedAct | undefined;
  return <OfficePage {...useLoaderData<typeof loader>()} refused={refused ?? null} />;
}

import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { LanguageProvider } from "~/i18n/strings";
import { deskClocks } from "~/i18n/zh-CN/desk-clocks";
import { ClocksPage, type ClocksPageProps } from "~/messages/components/clocks-page";
import { clocksForm } from "~/messages/forms";
import { clockLengths, maySetClocks, setClocks } from "~/messages/set-clocks.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  if (!maySetClocks(await requireStaff(request, deps))) throw notFound();
  const saved = new URL(request.url).searchParams.get("saved");
  const told = saved !== null && /^\d{1,6}$/.test(saved) ? saved : null;
  return data({ ...(await clockLengths(deps)), saved: told }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!maySetClocks(actor)) throw notFound();
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    posted = await readForm(request);
    const { act: _act, reason, ...lengths } = parseForm(clocksForm, posted);
    return setClocks(actor, { lengths: lengths as Record<string, number>, reason }, deps);
  });
  if (tried.ok) return seeOther(href(`/office/message-clocks?saved=${tried.value.recounted}`), PRIVATE);
  return data({ reasons: tried.reasons, values: typedValues(posted) }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: deskClocks.title, hidden: true }));

export default function MessageClocks() {
  const refused = useActionData<typeof action>() as ClocksPageProps["refused"];
  return (
    <LanguageProvider language="zh-CN">
      <ClocksPage {...useLoaderData<typeof loader>()} refused={refused} />
    </LanguageProvider>
  );
}

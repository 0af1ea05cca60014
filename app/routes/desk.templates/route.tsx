import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import type { ReasonToTell } from "~/i18n/reasons";
import { deskAids } from "~/i18n/zh-CN/desk-aids";
import { templatesOf } from "~/messages/aids-queries.server";
import { TemplatesPage } from "~/messages/components/templates-page";
import { hasMessageDesk } from "~/messages/desk-queries.server";
import { templatesForm } from "~/messages/forms-aids";
import { keepTemplate, mayKeepTemplate, removeTemplate } from "~/messages/keep-template.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { openUnits } from "~/units/queries.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!hasMessageDesk(actor)) throw notFound();
  const units = await openUnits(deps);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const templates = (await templatesOf(actor, deps)).map(({ unitCode, ...template }) => ({
    ...template,
    unit: unitCode === null ? null : (names.get(unitCode) ?? unitCode),
    mayRemove: mayKeepTemplate(actor, unitCode),
  }));
  const owners = units.filter(({ code }) => mayKeepTemplate(actor, code));
  const choices = owners.map(({ code, name }) => ({ value: code, label: name }));
  return data({ templates, choices, mayKeepForAll: mayKeepTemplate(actor, null) }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    posted = await readForm(request);
    const form = parseForm(templatesForm, posted);
    return form.act === "keep" ? keepTemplate(actor, form, deps) : removeTemplate(actor, form.template, deps);
  });
  if (tried.ok) return seeOther(href("/desk/templates"), PRIVATE);
  return data({ reasons: tried.reasons, values: typedValues(posted) }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskAids.page.title, hidden: true }));

export default function Templates() {
  const refused = useActionData<typeof action>() as
    { reasons: ReasonToTell[]; values: Record<string, string | undefined> } | undefined;
  return <TemplatesPage {...useLoaderData<typeof loader>()} refused={refused ?? null} />;
}

import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { handledUnits } from "~/consultations/desk-queries.server";
import { reasonsByField } from "~/i18n/reasons";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm } from "~/platform/posted-form.server";
import { PolicyFieldset } from "~/policies/components/desk-fields";
import { newPolicyForm } from "~/policies/forms";
import { requireConsultation } from "~/consultations/public-queries.server";
import { preparePolicy } from "~/policies/prepare-policy.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Select } from "~/ui/select";
import { listUnits } from "~/units/queries.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const handled = handledUnits(await requireStaff(request, deps));
  if (handled.length === 0) throw notFound();
  const units = (await listUnits(deps)).filter(({ code, abolishedOn }) => handled.includes(code) && !abolishedOn);
  return data({ units: units.map(({ code, name }) => ({ value: code, label: name })) }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let values: Record<string, string> = {};
  const tried = await attempt(async () => {
    const posted = await readForm(request);
    values = Object.fromEntries(Object.entries(posted.fields).map(([name, [value = ""]]) => [name, value]));
    const form = parseForm(newPolicyForm, posted);
    await requireConsultation(form.consultationSlug, deps);
    return preparePolicy(actor, form, deps);
  });
  if (tried.ok) return seeOther(href(`/desk/policies/${tried.value.slug}`), PRIVATE);
  // Nothing of a document with state secrets is sent back either: the form starts empty.
  const isSecret = tried.reasons.some(({ code }) => code === "state_secret");
  return data({ reasons: tried.reasons, values: isSecret ? {} : values }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskPolicies.prepare.title, hidden: true }));

export default function NewPolicy() {
  const { units } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { home, list, prepare, fields, hints } = deskPolicies;
  const reasons = refused?.reasons ?? [];
  const errors = reasonsByField(reasons, "zh-CN");
  const values: Record<string, string | undefined> = refused?.values ?? { unit: units[0]?.value };
  const trail = [
    { label: home, href: "/desk" },
    { label: list.title, href: "/desk/policies" },
  ];
  return (
    <Page title={prepare.title} lead={<p>{prepare.lead}</p>} breadcrumbs={[...trail, { label: prepare.title }]}>
      <ErrorSummary reasons={reasons} labels={fields} />
      <form method="post" noValidate className="form">
        <Select
          name="unit"
          label={fields.unit}
          required
          empty={false}
          options={units}
          defaultValue={values.unit}
          error={errors.unit}
        />
        <Field name="slug" label={fields.slug} hint={hints.slug} defaultValue={values.slug} error={errors.slug} />
        <PolicyFieldset values={values} errors={errors} level={2} />
        <Button kind="primary">{prepare.create}</Button>
      </form>
    </Page>
  );
}

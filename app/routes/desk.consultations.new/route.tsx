import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { PrepareFields } from "~/consultations/components/prepare-fields";
import { handledUnits } from "~/consultations/desk-queries.server";
import { newConsultationForm } from "~/consultations/forms";
import { prepareConsultation } from "~/consultations/prepare-consultation.server";
import { reasonsByField } from "~/i18n/reasons";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm } from "~/platform/posted-form.server";
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
    return prepareConsultation(actor, parseForm(newConsultationForm, posted), deps);
  });
  if (tried.ok) return seeOther(href(`/desk/consultations/${tried.value.slug}/draft`), PRIVATE);
  return data({ reasons: tried.reasons, values }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskConsultations.prepare.title, hidden: true }));

export default function NewConsultation() {
  const { units } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { home, list, prepare, fields, hints } = deskConsultations;
  const reasons = refused?.reasons ?? [];
  const errors = reasonsByField(reasons, "zh-CN");
  const values: Record<string, string | undefined> = refused?.values ?? { unit: units[0]?.value };
  const trail = [
    { label: home.title, href: "/desk" },
    { label: list.title, href: "/desk/consultations" },
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
        <PrepareFields values={values} errors={errors} level={2} />
        <Button kind="primary">{prepare.create}</Button>
      </form>
    </Page>
  );
}

import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { holds } from "~/accounts/actor";
import { requireStaff } from "~/accounts/session.server";
import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskInterviews } from "~/i18n/zh-CN/desk-interviews";
import { PrepareFields } from "~/interviews/components/prepare-fields";
import { newInterviewForm } from "~/interviews/forms";
import { prepareInterview } from "~/interviews/prepare-interview.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Select } from "~/ui/select";
import { listUnits } from "~/units/queries.server";

const { list, prepare, fields } = deskInterviews;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const units = (await listUnits(deps)).filter(
    ({ code, abolishedOn }) => !abolishedOn && holds(actor, "handling_officer", code),
  );
  if (units.length === 0) throw notFound();
  return data({ units: units.map(({ code, name }) => ({ value: code, label: name })) }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    posted = await readForm(request);
    return prepareInterview(actor, parseForm(newInterviewForm, posted), deps);
  });
  if (tried.ok) return seeOther(href(`/desk/interviews/${tried.value}`), PRIVATE);
  return data({ reasons: tried.reasons, values: typedValues(posted) }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: prepare.title, hidden: true }));

export default function NewInterview() {
  const { units } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as
    { reasons: ReasonToTell[]; values: Record<string, string | undefined> } | undefined;
  const reasons = refused?.reasons ?? [];
  const errors = reasonsByField(reasons, "zh-CN");
  const values = refused?.values ?? { unit: units[0]?.value };
  return (
    <Page
      title={prepare.title}
      lead={<p>{prepare.lead}</p>}
      breadcrumbs={[
        { label: deskConsultations.home.title, href: "/desk" },
        { label: list.title, href: "/desk/interviews" },
        { label: prepare.title },
      ]}
    >
      <ErrorSummary reasons={reasons} labels={{ ...fields, unit: prepare.unit }} />
      <form method="post" noValidate className="form">
        <Select
          name="unit"
          label={prepare.unit}
          required
          empty={false}
          options={units}
          defaultValue={values.unit}
          error={errors.unit}
        />
        <PrepareFields values={values} errors={errors} />
        <Button kind="primary">{prepare.create}</Button>
      </form>
    </Page>
  );
}

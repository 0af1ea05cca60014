import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { plainDateOf, yearOf } from "~/calendar/plain-date";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { reviewList } from "~/inspections/attribute-review-pages.server";
import { InspectionRefusal } from "~/inspections/components/inspection-refusal";
import { OpenReviewForm, ReviewTable } from "~/inspections/components/review-list";
import { openForm } from "~/inspections/forms";
import { openAttributeReview } from "~/inspections/open-attribute-review.server";
import { mayInspect } from "~/inspections/permissions";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

const { review: texts } = deskInspections;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => reviewList(actor, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data({ ...found.value, year: yearOf(plainDateOf(deps.now)) }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayInspect(actor)) throw notFound();
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    form = await readForm(request);
    const { year, basis } = parseForm(openForm, form);
    await openAttributeReview(actor, { year, basis }, deps);
    return year;
  });
  if (tried.ok) return seeOther(href(`/office/attribute-reviews/${tried.value}`), PRIVATE);
  const refused = { act: "open", reasons: tried.reasons, values: typedValues(form) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function OfficeAttributeReviews() {
  const { rows, mayOpen, year } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page title={texts.title} lead={<p>{texts.lead}</p>} breadcrumbs={[{ label: texts.title }]} width="wide">
      <InspectionRefusal refused={refused} />
      <ReviewTable rows={rows} />
      {mayOpen && <OpenReviewForm year={year} refused={refused} />}
    </Page>
  );
}

import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { unitReviewItem } from "~/inspections/attribute-review-pages.server";
import { InspectionRefusal } from "~/inspections/components/inspection-refusal";
import { ReviewBadge, ReviewItem } from "~/inspections/components/review-item";
import { decideAttribute } from "~/inspections/decide-attribute.server";
import { decideForm } from "~/inspections/forms";
import { depsOf } from "~/platform/deps.server";
import { attempt, numberParam, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

const { home, unitPage, review: texts } = deskInspections;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => unitReviewItem(actor, numberParam(params.number), deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    const { id } = await unitReviewItem(actor, numberParam(params.number), deps);
    form = await readForm(request);
    const { act: _act, ...input } = parseForm(decideForm, form);
    await decideAttribute(actor, { item: id, ...input }, deps);
    return id;
  });
  if (tried.ok) return seeOther(href(`/desk/attributes/reviews/${tried.value}`), PRIVATE);
  const refused = { act: "decide", reasons: tried.reasons, values: typedValues(form) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: item }) =>
  pageMeta(matches, () => ({ title: `${texts.title} · ${item?.title ?? ""}`, hidden: true }));

export default function DeskReviewItem() {
  const item = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={item.title}
      eyebrow={<ReviewBadge state={item.state} />}
      lead={<p>{texts.year(item.year)}</p>}
      breadcrumbs={[
        { label: home, href: "/desk" },
        { label: unitPage.title, href: "/desk/attributes" },
        { label: texts.year(item.year) },
      ]}
      width="wide"
    >
      <InspectionRefusal refused={refused} />
      <ReviewItem item={item} refused={refused} />
    </Page>
  );
}

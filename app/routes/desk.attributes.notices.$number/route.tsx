import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { answerFinding } from "~/inspections/act-on-sample.server";
import { InspectionRefusal } from "~/inspections/components/inspection-refusal";
import { ItemBadge, SpotItemFacts, SpotItemForms } from "~/inspections/components/spot-item";
import { rectifyForm } from "~/inspections/forms";
import { unitNotice } from "~/inspections/spot-check-pages.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, numberParam, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

const { home, unitPage, spot: texts } = deskInspections;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => unitNotice(actor, numberParam(params.number), deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    const { id } = await unitNotice(actor, numberParam(params.number), deps);
    form = await readForm(request);
    const { answer } = parseForm(rectifyForm, form);
    await answerFinding(actor, { item: id, answer }, deps);
    return id;
  });
  if (tried.ok) return seeOther(href(`/desk/attributes/notices/${tried.value}`), PRIVATE);
  const refused = { act: "rectify", reasons: tried.reasons, values: typedValues(form) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: item }) =>
  pageMeta(matches, () => ({ title: `${texts.notice} · ${item?.title ?? ""}`, hidden: true }));

export default function DeskNotice() {
  const item = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={item.title}
      eyebrow={<ItemBadge state={item.state} />}
      lead={<p>{texts.noticeLead}</p>}
      breadcrumbs={[
        { label: home, href: "/desk" },
        { label: unitPage.title, href: "/desk/attributes" },
        { label: texts.notice },
      ]}
      width="wide"
    >
      <InspectionRefusal refused={refused} />
      <SpotItemFacts item={item} />
      <SpotItemForms item={{ ...item, offers: item.offers.filter(({ act }) => act === "rectify") }} refused={refused} />
    </Page>
  );
}

import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { Refused } from "~/platform/refusal";
import { PolicyNav } from "~/policies/components/desk-policy-nav";
import { MATERIAL_KINDS } from "~/policies/material";
import { OrderPage } from "~/quality/components/order-page";
import { QualityRefusal } from "~/quality/components/quality-refusal";
import { answerForm, beginAnswerForm } from "~/quality/forms";
import { answerOrder, beginAnswer } from "~/quality/order-reinterpretation.server";
import { orderPage } from "~/quality/quality-pages.server";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => orderPage(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await orderPage(actor, slug, deps);
    form = await readForm(request);
    switch (form.fields.act?.[0]) {
      case "begin_answer": {
        const { kind } = parseForm(beginAnswerForm, form);
        const made = await beginAnswer(actor, { slug, kind, title: deskQuality.order.material }, deps);
        return `/desk/policies/${slug}/materials/${made}`;
      }
      case "answer":
        await answerOrder(actor, { slug, note: parseForm(answerForm, form).note }, deps);
        return `/desk/policies/${slug}/reinterpretation`;
      default:
        throw new Refused([{ code: "choice_unknown", field: "act" }]);
    }
  });
  if (tried.ok) return seeOther(href(tried.value), PRIVATE);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values: typedValues(form) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, () => ({ title: `${deskQuality.order.title} · ${page?.title ?? ""}`, hidden: true }));

export default function DeskReinterpretation() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { home, list } = deskPolicies;
  const { order } = deskQuality;
  return (
    <Page
      title={order.title}
      lead={<p>{order.lead(page.title)}</p>}
      breadcrumbs={[
        { label: home, href: "/desk" },
        { label: list.title, href: "/desk/policies" },
        { label: page.title, href: `/desk/policies/${page.slug}` },
        { label: order.title },
      ]}
      width="wide"
    >
      <QualityRefusal refused={refused} />
      <PolicyNav slug={page.slug} state="released" current="reinterpretation" />
      <OrderPage page={page} kinds={MATERIAL_KINDS} refused={refused} />
    </Page>
  );
}

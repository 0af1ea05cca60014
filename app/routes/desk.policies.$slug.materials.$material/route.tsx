import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { useStrings } from "~/i18n/strings";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { arrivedUploads } from "~/media/posted-media.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { DeskMaterialBody } from "~/policies/components/desk-material";
import { PolicyNav } from "~/policies/components/desk-policy-nav";
import { deskMaterial } from "~/policies/desk-material.server";
import { limitsOf } from "~/policies/save-material.server";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { performMaterialAct } from "./material-acts.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => deskMaterial(actor, params.slug ?? "", params.material ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    const material = await deskMaterial(actor, params.slug ?? "", params.material ?? "", deps);
    form = await readForm(request, limitsOf(material));
    return performMaterialAct(form.fields.act?.[0] ?? "", { actor, material, form, deps });
  });
  if (tried.ok) return seeOther(href(tried.value), PRIVATE);
  await discardFiles(form?.files ?? []);
  const arrived = await arrivedUploads(actor, typedValues(form), deps);
  const kept = await stagedUploads(deps, form?.fields.kept ?? []);
  const refused = {
    act: form?.fields.act?.[0] ?? "",
    reasons: tried.reasons,
    values: { ...form?.fields },
    arrived,
    kept,
  };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: material }) =>
  pageMeta(matches, () => ({ title: material?.title ?? deskPolicies.material.eyebrow, hidden: true }));

export default function DeskMaterial() {
  const material = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { materialKinds, materialStates } = useStrings().policyTerms;
  const { home, list, material: texts } = deskPolicies;
  const { policy, title, kind, state } = material;
  return (
    <Page
      title={title}
      eyebrow={`${materialKinds[kind]} · ${materialStates[state]}`}
      lead={<p>{texts.lead(policy.title)}</p>}
      breadcrumbs={[
        { label: home, href: "/desk" },
        { label: list.title, href: "/desk/policies" },
        { label: policy.title, href: `/desk/policies/${policy.slug}` },
        { label: title },
      ]}
      width="wide"
    >
      <ErrorSummary
        reasons={refused?.reasons ?? []}
        labels={{ title: texts.title, clauses: texts.clauses, body: texts.body, ...texts.fileLabels }}
      />
      <PolicyNav slug={policy.slug} state={policy.state} current="material" />
      <DeskMaterialBody material={material} refused={refused} />
    </Page>
  );
}

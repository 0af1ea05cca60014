import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { deskConsultation, workbench } from "~/consultations/desk-queries.server";
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from "~/consultations/forms";
import { Workbench } from "~/consultations/components/workbench";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { performPosted } from "./acts.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => workbench(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await deskConsultation(actor, slug, deps);
    form = await readForm(request, { files: { max: MAX_ATTACHMENTS, maxBytes: MAX_ATTACHMENT_BYTES } });
    return performPosted(form.fields.act?.[0] ?? "", { actor, slug, form, deps });
  });
  if (tried.ok) return seeOther(href(tried.value), PRIVATE);
  await discardFiles(form?.files ?? []);
  const kept = await stagedUploads(deps, form?.fields.kept ?? []);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values: valuesOf(form), kept };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: bench }) =>
  pageMeta(matches, () => ({ title: bench?.consultation.title ?? deskConsultations.list.title, hidden: true }));

export default function DeskConsultation() {
  return <Workbench bench={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

function valuesOf(form: PostedForm | undefined): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(form?.fields ?? {}).map(([name, [value]]) => [name, value]));
}

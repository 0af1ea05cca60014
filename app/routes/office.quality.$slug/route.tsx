import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { QualityPage } from "~/quality/components/quality-page";
import { qualityPage } from "~/quality/quality-pages.server";
import type { RefusedSheet } from "~/reviews/components/sheet-form";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { performPosted } from "./acts.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => qualityPage(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await qualityPage(actor, slug, deps);
    form = await readForm(request, { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } });
    await performPosted(form.fields.act?.[0] ?? "", { actor, slug, form, deps });
  });
  await discardFiles(form?.files ?? []);
  if (tried.ok) return seeOther(href(`/office/quality/${slug}`), PRIVATE);
  const kept = await stagedUploads(deps, form?.fields.kept ?? []);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values: typedValues(form), kept };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, () => ({ title: `${deskQuality.title} · ${page?.title ?? ""}`, hidden: true }));

export default function OfficeQualityCase() {
  return (
    <QualityPage
      page={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() as RefusedSheet | undefined}
    />
  );
}

import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { RegisterFrame } from "~/consultations/components/register-frame";
import { revisedDraftField } from "~/consultations/components/revised-draft-field";
import { deskConsultation } from "~/consultations/desk-queries.server";
import { sheetPage } from "~/consultations/sheet-query.server";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { SheetChecks } from "~/reviews/components/sheet-checks";
import { sheetForm, type RefusedSheet } from "~/reviews/components/sheet-form";
import { SheetPapers } from "~/reviews/components/sheet-papers";
import { SheetStages } from "~/reviews/components/sheet-stages";
import { SheetSummary } from "~/reviews/components/sheet-summary";
import { SheetWords } from "~/reviews/components/sheet-words";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { performPosted } from "./acts.server";

const { sheet: texts, paper } = deskReviews;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => sheetPage(actor, params.slug ?? "", deps));
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
    form = await readForm(request, { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } });
    await performPosted({ actor, slug, form, deps });
  });
  await discardFiles(form?.files ?? []);
  if (tried.ok) return seeOther(href(`/desk/consultations/${slug}/sheet`), PRIVATE);
  const kept = await stagedUploads(deps, form?.fields.kept ?? []);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values: typedValues(form), kept };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function ReleaseSheet() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as RefusedSheet | undefined;
  const { sheet, mayFill, isOpen, part } = page;
  const form = mayFill ? sheetForm(refused) : null;
  const reasons = (refused?.reasons ?? []).map(({ field, ...reason }) =>
    field ? { ...reason, field: `${refused!.act}-${field}` } : reason,
  );
  const lead = `${texts.parts[part]}：${texts.lead}`;
  return (
    <RegisterFrame page={page} place="sheet" title={texts.title} lead={lead} reasons={reasons} labels={{}}>
      {isOpen ? <SheetSummary sheet={sheet} /> : <Notice title={texts.notOpen} />}
      <SheetStages stages={page.stages} />
      <SheetChecks checks={sheet.checks} form={form} />
      <Section title={texts.words} id="words">
        <SheetWords sheet={sheet} form={form} />
      </Section>
      <Section title={paper.title} id="papers">
        <SheetPapers
          papers={sheet.papers}
          form={form}
          signers={page.signers}
          part={part}
          verifyFields={page.hasRevisedDraft ? revisedDraftField : undefined}
          accept={ACCEPTED_ENDINGS}
          maxBytes={MAX_FILE_BYTES}
        />
      </Section>
    </RegisterFrame>
  );
}

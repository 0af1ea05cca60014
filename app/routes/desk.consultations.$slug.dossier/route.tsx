import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { fieldId, type RefusedForm } from "~/consultations/components/act-forms";
import { Blocked } from "~/consultations/components/blocked";
import { Decision } from "~/consultations/components/dossier-decision";
import { RecordedSteps, RequiredSteps, StepForm } from "~/consultations/components/dossier-steps";
import { MatterLine } from "~/consultations/components/matter-line";
import { RegisterFrame } from "~/consultations/components/register-frame";
import { deskConsultation } from "~/consultations/desk-queries.server";
import { matterThread } from "~/consultations/matter-thread.server";
import { MAX_DRAFT_FILE_BYTES } from "~/drafting/import-draft.server";
import { dossierPage } from "~/consultations/register-queries.server";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import type { KeptFile } from "~/ui/file-field";
import { policiesOfConsultation } from "~/policies/policy-news.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { performPosted } from "./acts.server";

const texts = deskComments.dossier;
/** The final text may be pasted. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => dossierPage(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const slug = params.slug ?? "";
  const thread = await matterThread(deps, slug);
  const matter = thread && { thread, policies: await policiesOfConsultation(deps, slug) };
  return data({ ...found.value, matter, maxFileBytes: MAX_DRAFT_FILE_BYTES }, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const uploads: string[] = [];
  const tried = await attempt(async () => {
    await deskConsultation(actor, slug, deps);
    form = await readForm(request, {
      maxTextBytes: MAX_TEXT_BYTES,
      files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES },
    });
    await performPosted({ actor, slug, form, uploads, deps });
  });
  await discardFiles(form?.files ?? []);
  if (tried.ok) return seeOther(href(`/desk/consultations/${slug}/dossier`), PRIVATE);
  const values = typedValues(form);
  const kept = await stagedUploads(deps, uploads);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values, kept };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function Dossier() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as (RefusedForm & { kept: KeptFile[] }) | undefined;
  const { blocked, required, steps } = page;
  const reasons = (refused?.reasons ?? []).map(({ field, ...reason }) =>
    field ? { ...reason, field: fieldId(refused!.act, field) } : reason,
  );
  return (
    <RegisterFrame page={page} place="dossier" title={texts.title} lead={texts.lead} reasons={reasons} labels={LABELS}>
      {page.matter && <MatterLine {...page.matter} />}
      <Section title={texts.required} id="required">
        <RequiredSteps required={required} />
      </Section>
      <Section title={texts.steps} id="steps">
        <RecordedSteps steps={steps} />
      </Section>
      {(page.decision ?? page.decide) && (
        <Section title={texts.decision} id="decision">
          <Decision {...page} refused={refused} />
        </Section>
      )}
      {blocked && (
        <Section title={texts.record} id="record">
          {blocked.length > 0 ? (
            <Blocked title={texts.cannot} reasons={blocked} />
          ) : (
            <StepForm accept={ACCEPTED_ENDINGS} refused={refused} />
          )}
        </Section>
      )}
    </RegisterFrame>
  );
}

const STEP_FIELDS = ["kind", "startedOn", "happenedOn", "holder", "conclusion"] as const;
const DECISION_FIELDS = ["decidedOn", "documentNumber", "decidedNote", "finalText", "source", "file"] as const;

const LABELS = Object.fromEntries([
  ...STEP_FIELDS.map((name) => [fieldId("record_step", name), texts[name]] as const),
  ...DECISION_FIELDS.map((name) => [fieldId("record_decision", name), texts[name]] as const),
]);

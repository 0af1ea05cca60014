import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads, stageUploads } from "~/attachments/keep-attachments.server";
import { Blocked } from "~/consultations/components/blocked";
import { ENTER_FIELDS, EnterForm } from "~/consultations/components/enter-form";
import { RegisterFrame } from "~/consultations/components/register-frame";
import { deskConsultation } from "~/consultations/desk-queries.server";
import { enterComment } from "~/consultations/enter-comment.server";
import { enterCommentForm, REPEATABLE_FIELDS } from "~/consultations/forms";
import { enterPage } from "~/consultations/register-queries.server";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { depsOf } from "~/platform/deps.server";
import { attempt, numberParam, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { discardFiles, readForm, type PostedForm } from "~/platform/posted-form.server";
import { requireNone } from "~/platform/refusal";
import { Notice } from "~/ui/notice";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

const texts = deskComments.enter;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const entered = numberParam(new URL(request.url).searchParams.get("entered") ?? undefined);
  const found = await attempt(() => enterPage(actor, params.slug ?? "", entered, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data({ ...found.value, formKey: randomId() }, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const uploads: string[] = [];
  const tried = await attempt(async () => {
    await deskConsultation(actor, slug, deps);
    form = await readForm(request, { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } });
    const { staged, reasons } = await stageUploads(deps, form.files);
    uploads.push(...(form.fields.kept ?? []).slice(0, MAX_FILES), ...staged.map(({ id }) => id));
    const parsed = parseForm(enterCommentForm, form, REPEATABLE_FIELDS);
    const { act: _act, version: _version, attachment: _attachment, kept: _kept, ...entry } = parsed;
    requireNone([...form.reasons, ...reasons]);
    return enterComment(actor, { slug, ...entry, uploads }, deps);
  });
  if (tried.ok) return seeOther(href(`/desk/consultations/${slug}/enter?entered=${tried.value.number}`), PRIVATE);
  await discardFiles(form?.files ?? []);
  const values = Object.fromEntries([...ENTER_FIELDS, "key"].map((name) => [name, form?.fields[name]?.[0]]));
  const refused = { reasons: tried.reasons, values, kept: await stagedUploads(deps, uploads) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function EnterComment() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { entered } = page;
  return (
    <RegisterFrame
      page={page}
      place="comments"
      title={texts.title}
      lead={texts.lead}
      reasons={refused?.reasons ?? []}
      labels={Object.fromEntries(ENTER_FIELDS.map((name) => [name, texts[name]]))}
    >
      {entered && !refused && (
        <Notice kind="settled" isLive title={texts.done(entered.number)}>
          <p>
            {texts.code} <strong>{entered.code}</strong>
          </p>
          <p>{texts.codeHint}</p>
          <p>{texts.again}</p>
        </Notice>
      )}
      {page.blocked && page.blocked.length === 0 ? (
        <EnterForm
          clauses={page.clauses}
          askStance={page.askStance}
          accept={ACCEPTED_ENDINGS}
          formKey={page.formKey}
          refused={refused}
        />
      ) : (
        <Blocked title={texts.closed} reasons={page.blocked ?? [{ code: "no_right" }]} />
      )}
    </RegisterFrame>
  );
}

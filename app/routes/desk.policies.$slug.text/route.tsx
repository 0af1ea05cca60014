import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ClausePreview, DraftEditor } from "~/drafting/components/draft-editor";
import { writeDraftText } from "~/drafting/draft-text";
import { MAX_DRAFT_FILE_BYTES } from "~/drafting/import-draft.server";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { ChangeForm } from "~/policies/components/desk-change";
import { PolicyNav } from "~/policies/components/desk-policy-nav";
import { deskText } from "~/policies/desk-text.server";
import { ReasonList } from "~/policies/components/desk-acts";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { cutOrSave } from "./text-acts.server";

/** A text of 3,000 clauses in three-byte characters, with room. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => deskText(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const written = writeDraftText(found.value.clauses);
  return data({ ...found.value, written, maxFileBytes: MAX_DRAFT_FILE_BYTES }, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    const text = await deskText(actor, slug, deps);
    form = await readForm(request, { maxTextBytes: MAX_TEXT_BYTES, files: { max: 1, maxBytes: MAX_DRAFT_FILE_BYTES } });
    return cutOrSave(actor, form, text, deps);
  });
  await discardFiles(form?.files ?? []);
  if (tried.ok && typeof tried.value === "string") return seeOther(href(tried.value), PRIVATE);
  const typed = typedValues(form);
  if (!tried.ok)
    return data({ reasons: tried.reasons, typed, cut: undefined }, { status: tried.status, headers: PRIVATE });
  const cut = typeof tried.value === "string" ? undefined : tried.value;
  return data({ reasons: [], typed: { ...typed, clauses: undefined }, cut }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: text }) =>
  pageMeta(matches, () => ({ title: `${deskPolicies.text.title} · ${text?.title ?? ""}`, hidden: true }));

export default function DeskPolicyText() {
  const { slug, title, state, version, mayEdit, mayChange, refused, clauses, written, maxFileBytes } =
    useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const { home, list, text: texts, bench } = deskPolicies;
  const reasons = posted?.reasons ?? [];
  const shown = (posted?.cut && writeDraftText(posted.cut.clauses)) ?? posted?.typed.clauses ?? written;
  const { source, file, clauses: clausesLabel, changeNote } = deskConsultations.draft;
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead(title)}</p>}
      breadcrumbs={[
        { label: home, href: "/desk" },
        { label: list.title, href: "/desk/policies" },
        { label: title, href: `/desk/policies/${slug}` },
        { label: texts.title },
      ]}
      width="wide"
    >
      <ErrorSummary
        reasons={reasons}
        labels={{ ...bench.fieldNames, source, file, clauses: clausesLabel, changeNote }}
      />
      <PolicyNav slug={slug} state={state} current="text" />
      {mayEdit && refused.length > 0 && (
        <Notice kind="ask" title={texts.notYet}>
          <ReasonList reasons={refused} />
        </Notice>
      )}
      {mayEdit && refused.length === 0 && (
        <DraftEditor
          {...{ version, reasons, maxFileBytes }}
          isRevision={false}
          cut={posted?.cut}
          source={posted?.typed.source}
          written={shown}
          changeNote={posted?.typed.changeNote}
        />
      )}
      {mayChange && <ChangeForm version={version} typed={posted?.typed ?? {}} written={shown} reasons={reasons} />}
      {!mayEdit && !mayChange && <p className="hint">{texts.readOnly}</p>}
      <Section title={texts.preview} id="preview">
        <ClausePreview clauses={posted?.cut?.clauses ?? clauses} />
      </Section>
    </Page>
  );
}

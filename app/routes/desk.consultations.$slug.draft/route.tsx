import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ClausePreview, DraftEditor } from "~/drafting/components/draft-editor";
import { DeskNav } from "~/consultations/components/desk-nav";
import { StateBadge } from "~/consultations/components/state-badge";
import { deskDraft } from "~/consultations/desk-queries.server";
import { writeDraftText } from "~/drafting/draft-text";
import { MAX_DRAFT_FILE_BYTES } from "~/drafting/import-draft.server";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, type PostedForm } from "~/platform/posted-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";
import { cutOrSave } from "./draft-acts.server";

/** A draft of 3,000 clauses in three-byte characters, with room. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => deskDraft(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const { consultation, clauses, ...draft } = found.value;
  const { slug, title, version } = consultation;
  const written = writeDraftText(clauses);
  return data(
    { ...draft, slug, title, version, clauses, written, maxFileBytes: MAX_DRAFT_FILE_BYTES },
    { headers: PRIVATE },
  );
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    const draft = await deskDraft(actor, slug, deps);
    form = await readForm(request, { maxTextBytes: MAX_TEXT_BYTES, files: { max: 1, maxBytes: MAX_DRAFT_FILE_BYTES } });
    return cutOrSave(actor, form, draft, deps);
  });
  await discardFiles(form?.files ?? []);
  if (tried.ok && tried.value === "saved") return seeOther(href(`/desk/consultations/${slug}/draft`), PRIVATE);
  const typed = typedIn(form);
  if (!tried.ok)
    return data({ reasons: tried.reasons, typed, cut: undefined }, { status: tried.status, headers: PRIVATE });
  const cut = tried.value === "saved" ? undefined : tried.value;
  return data({ reasons: [], typed: { ...typed, clauses: undefined }, cut }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: draft }) =>
  pageMeta(matches, () => ({ title: `${deskConsultations.draft.title} · ${draft?.title ?? ""}`, hidden: true }));

export default function DeskDraft() {
  const { slug, title, state, version, isRevision, mayEdit, clauses, written, maxFileBytes } =
    useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const { home, list, draft: texts } = deskConsultations;
  const trail = [
    { label: home.title, href: "/desk" },
    { label: list.title, href: "/desk/consultations" },
  ];
  const reasons = posted?.reasons ?? [];
  const cutText = posted?.cut && writeDraftText(posted.cut.clauses);
  return (
    <Page
      title={isRevision ? texts.revisedTitle : texts.title}
      eyebrow={<StateBadge state={state} />}
      lead={<p>{texts.eyebrow(title)}</p>}
      breadcrumbs={[...trail, { label: title, href: `/desk/consultations/${slug}` }, { label: texts.title }]}
      width="wide"
    >
      <ErrorSummary reasons={reasons} labels={labelsOf(texts)} />
      <DeskNav slug={slug} state={state} current="draft" />
      {mayEdit ? (
        <DraftEditor
          {...{ version, isRevision, reasons, maxFileBytes }}
          cut={posted?.cut}
          source={posted?.typed.source}
          written={cutText ?? posted?.typed.clauses ?? written}
          changeNote={posted?.typed.changeNote}
        />
      ) : (
        <p className="hint">{texts.readOnly}</p>
      )}
      <Section title={texts.preview} id="preview">
        <ClausePreview clauses={posted?.cut?.clauses ?? clauses} />
      </Section>
    </Page>
  );
}

function typedIn(form: PostedForm | undefined) {
  const { source, clauses, changeNote } = form?.fields ?? {};
  return { source: source?.[0], clauses: clauses?.[0], changeNote: changeNote?.[0] };
}

function labelsOf({ source, file, clauses, changeNote }: typeof deskConsultations.draft): Record<string, string> {
  return { source, file, clauses, changeNote };
}

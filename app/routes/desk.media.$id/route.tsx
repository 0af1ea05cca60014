import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { deskMedia as texts } from "~/i18n/zh-CN/desk-media";
import { MediaFacts, RemoveMedia } from "~/media/components/media-facts";
import { MediaPlayer } from "~/media/components/media-player";
import { MediaWords } from "~/media/components/media-words";
import { deskMedia } from "~/media/queries.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { PaperSection } from "~/reviews/components/paper-section";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { fieldId, reasonsAt } from "~/ui/refused-form";
import { Section } from "~/ui/section";
import { performPosted } from "./acts.server";

const { words, add } = texts;
const LABELS = {
  [fieldId("change_words", "captions")]: words.captions,
  [fieldId("change_words", "transcript")]: add.transcript,
  [fieldId("change_words", "textAlternative")]: add.textAlternative,
  [fieldId("change_words", "note")]: words.note,
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => deskMedia(actor, params.id ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const id = params.id ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await deskMedia(actor, id, deps);
    form = await readForm(request, { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } });
    return performPosted({ actor, id, form, deps });
  });
  await discardFiles(form?.files ?? []);
  if (tried.ok) return seeOther(href(tried.value), PRIVATE);
  const kept = await stagedUploads(deps, form?.fields.kept ?? []);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values: typedValues(form), kept };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: media }) =>
  pageMeta(matches, () => ({ title: media?.title ?? texts.title, hidden: true }));

export default function DeskMediaFile() {
  const media = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const trail = [{ label: texts.title, href: "/desk/media" }, { label: media.title }];
  return (
    <Page title={media.title} breadcrumbs={trail} width="wide">
      {refused && <ErrorSummary reasons={reasonsAt(refused)} labels={LABELS} />}
      <Section title={texts.one.preview} id="preview">
        <MediaPlayer media={media} />
      </Section>
      <Section title={texts.one.facts} id="facts">
        <MediaFacts media={media} />
      </Section>
      <MediaWords media={media} refused={refused} />
      <PaperSection papers={media.papers} lead={words.paperLead} refused={refused ?? null} />
      <RemoveMedia media={media} />
    </Page>
  );
}

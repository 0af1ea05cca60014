import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskMedia as texts } from "~/i18n/zh-CN/desk-media";
import { addMedia } from "~/media/add-media.server";
import { MediaForm, type RefusedMedia } from "~/media/components/media-form";
import { MediaList } from "~/media/components/media-list";
import { FILE_FIELDS, mediaForm } from "~/media/forms";
import { MAX_UPLOAD_BYTES } from "~/media/media-file";
import { unitsToAddFor } from "~/media/permissions";
import { mediaList } from "~/media/queries.server";
import { arrivedUploads, takePostedFiles } from "~/media/posted-media.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, pageOf, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { requireNone } from "~/platform/refusal";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const page = pageOf(url);
  const list = await mediaList(actor, { page, pageSize: PAGE_SIZE }, deps);
  return data({ ...list, page, search: url.search }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (unitsToAddFor(actor).length === 0) throw notFound();
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    form = await readForm(request, { files: { max: FILE_FIELDS.length, maxBytes: MAX_UPLOAD_BYTES } });
    requireNone([...form.reasons, ...(await takePostedFiles(actor, form, deps))]);
    return addMedia(actor, parseForm(mediaForm, form), deps);
  });
  if (tried.ok) return seeOther(href(`/desk/media/${tried.value.id}`), PRIVATE);
  await discardFiles(form?.files ?? []);
  const values = typedValues(form);
  const arrived = await arrivedUploads(actor, values, deps);
  return data({ reasons: tried.reasons, values, arrived }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function DeskMediaList() {
  const { rows, total, units, page, search } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as RefusedMedia | undefined;
  const { unit, name: title, file, still, captions, transcript, textAlternative } = texts.add;
  const labels = { unit, title, file, still, captions, transcript, textAlternative };
  return (
    <Page title={texts.title} lead={<p>{texts.lead}</p>} breadcrumbs={[{ label: texts.title }]} width="wide">
      {refused && <ErrorSummary reasons={refused.reasons} labels={labels} />}
      <Section title={texts.list.title} id="list">
        <MediaList rows={rows} />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
      </Section>
      {units.length > 0 && (
        <Section title={texts.add.title} id="add">
          <MediaForm units={units} refused={refused} />
        </Section>
      )}
    </Page>
  );
}

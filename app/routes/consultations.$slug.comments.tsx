import { data, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getActor } from "~/accounts/session.server";
import { MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads, stageUploads } from "~/attachments/keep-attachments.server";
import { CommentFormPage, type RefusedComment } from "~/consultations/components/comment-form-page";
import { publicCommentForm, REPEATABLE_FIELDS } from "~/consultations/forms";
import { postComment, type Receipt } from "~/consultations/post-comment.server";
import { addItem } from "~/receipts/receipt-cookie.server";
import { languageOf } from "~/i18n/language";
import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther, type PostedForm } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { discardFiles, readForm } from "~/platform/posted-form.server";
import { limitRate, limitUploads } from "~/platform/rate-limit.server";
import { Refused, requireNone, type Reason } from "~/platform/refusal";
import { href } from "~/ui/href";
import { loader, meta as metaOfNew } from "./consultations.$slug.comments_.new";

type Deps = ReturnType<typeof depsOf>;

export { loader };

/** A post belongs to the instant it arrived, whatever reading its files took. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const slug = params.slug ?? "";
  const allowed = await attempt(() => limitUploads(request, context.address, MAX_FILES * MAX_FILE_BYTES));
  const files = allowed.ok ? { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } : undefined;
  const read = await attempt(() => readForm(request, { files }));
  if (!read.ok) return refusal(read, await valuesOf(NOTHING, [], deps));
  const posted = read.value;
  const uploads = (posted.fields.kept ?? []).slice(0, MAX_FILES);
  const taken = await attempt(async () => {
    if (!allowed.ok) throw new Refused(allowed.reasons, allowed.status);
    await limitRate("comment", context.address);
    const { staged, reasons } = await stageUploads(deps, posted.files);
    uploads.push(...staged.map(({ id }) => id));
    return take(request, slug, posted, uploads, [...posted.reasons, ...reasons], deps);
  });
  if (taken.ok) {
    const { code, number, isOwn } = taken.value;
    return seeOther(href(`/receipts/${code}`), isOwn ? { "Set-Cookie": addItem(request, number) } : {});
  }
  await discardFiles(posted.files);
  return refusal(taken, await valuesOf(posted, uploads, deps));
}

async function take(
  request: Request,
  slug: string,
  posted: PostedForm,
  uploads: string[],
  fileReasons: Reason[],
  deps: Deps,
): Promise<Receipt> {
  const form = parseForm(publicCommentForm, posted, REPEATABLE_FIELDS);
  requireNone(fileReasons);
  const { attachment: _attachment, kept: _kept, ...words } = form;
  const actor = await getActor(request, deps);
  return postComment(actor, { slug, ...words, uploads, language: languageOf(request) }, deps);
}

const NOTHING: PostedForm = { fields: {}, files: [], reasons: [] };

const TYPED = ["clause", "stance", "body", "suggestion", "submitter", "name", "contact", "publish"] as const;

/** What the page shows again: everything typed, and the files that were accepted. */
async function valuesOf(
  { fields }: PostedForm,
  uploads: string[],
  deps: Deps,
): Promise<Omit<RefusedComment, "reasons">> {
  const key = fields.key?.[0] ?? "";
  return {
    values: {
      ...Object.fromEntries(TYPED.map((name) => [name, fields[name]?.[0]])),
      sentences: (fields.sentence ?? []).slice(0, 1000),
    },
    key: /^[A-Za-z0-9_-]{16,64}$/.test(key) ? key : randomId(),
    kept: await stagedUploads(deps, uploads),
  };
}

/** Fields that nobody sees have no place on the page to lead to. */
const HIDDEN_FIELDS = ["clause", "key", "kept"];

function refusal({ status, reasons }: { status: number; reasons: Reason[] }, kept: Omit<RefusedComment, "reasons">) {
  const shown = reasons.map(({ field, ...reason }) =>
    field && !HIDDEN_FIELDS.includes(field) ? { ...reason, field } : reason,
  );
  const wait = reasons.find(({ code }) => code === "too_many")?.params?.seconds;
  const headers = wait === undefined ? undefined : { "Retry-After": String(wait) };
  return data({ reasons: shown, ...kept } satisfies RefusedComment, { status, headers });
}

export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => ({
  ...PRIVATE,
  ...Object.fromEntries(actionHeaders),
});

export const meta: MetaFunction<typeof loader> = metaOfNew;

export default function RefusedCommentPage() {
  const refused = useActionData<typeof action>() as RefusedComment | undefined;
  const { clauseId, ...page } = useLoaderData<typeof loader>();
  return <CommentFormPage {...page} clauseId={refused?.values.clause ?? clauseId} refused={refused} />;
}

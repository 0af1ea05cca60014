import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads, stageUploads } from "~/attachments/keep-attachments.server";
import { deskMessages as texts } from "~/i18n/zh-CN/desk-messages";
import { EnterMessagePage, type EnterAnswer } from "~/messages/components/enter-message-page";
import { mayStillSee } from "~/messages/desk-queries.server";
import { enteredReceipt, enterMessage } from "~/messages/enter-message.server";
import { enterMessageForm, REPEATABLE_FIELDS } from "~/messages/forms";
import { mayEnter } from "~/messages/permissions";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { requireNone } from "~/platform/refusal";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { openUnits } from "~/units/queries.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayEnter(actor)) throw notFound();
  const number = new URL(request.url).searchParams.get("entered") ?? "";
  const entered = await enteredReceipt(actor, number, deps);
  const page = {
    units: await openUnits(deps),
    ...{ accept: ACCEPTED_ENDINGS, maxBytes: MAX_FILE_BYTES, formKey: randomId(), entered },
    mayOpen: entered !== null && (await mayStillSee(actor, number, deps)),
  };
  return data(page, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayEnter(actor)) throw notFound();
  let posted: PostedForm | undefined;
  const uploads: string[] = [];
  const tried = await attempt(async () => {
    posted = await readForm(request, { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } });
    uploads.push(...(posted.fields.kept ?? []).slice(0, MAX_FILES));
    const { staged, reasons } = await stageUploads(deps, posted.files.splice(0));
    uploads.push(...staged.map(({ id }) => id));
    const form = parseForm(enterMessageForm, posted, REPEATABLE_FIELDS);
    requireNone([...posted.reasons, ...reasons]);
    const { attachment: _attachment, kept: _kept, ...words } = form;
    return enterMessage(actor, { ...words, uploads, language: "zh-CN" }, deps);
  });
  if (tried.ok) return seeOther(href(`/desk/messages/enter?entered=${tried.value.number}`), PRIVATE);
  await discardFiles(posted?.files ?? []);
  const refused: EnterAnswer = {
    reasons: tried.reasons,
    values: typedValues(posted),
    kept: await stagedUploads(deps, uploads),
    key: posted?.fields.key?.[0] ?? randomId(),
  };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: texts.enter.title, hidden: true }));

export default function EnterMessage() {
  return <EnterMessagePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

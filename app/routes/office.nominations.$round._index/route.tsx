import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { deskNominations as texts } from "~/i18n/zh-CN/desk-nominations";
import { OfficePage } from "~/nominations/components/office-page";
import { refusedAct, type RefusedAct } from "~/nominations/components/refused-act";
import { officeRound, requireOfficeRound } from "~/nominations/office-rounds.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { perform } from "./acts.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => officeRound(actor, params.round ?? "", deps));
  if (!found.ok) throw notFound();
  return data({ found: found.value }, { headers: PRIVATE });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const round = params.round ?? "";
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    await requireOfficeRound(actor, round, deps);
    posted = await readForm(request, { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } });
    await perform(actor, round, posted, deps);
  });
  if (tried.ok) return seeOther(href(`/office/nominations/${round}`), PRIVATE);
  await discardFiles(posted?.files ?? []);
  const kept = await stagedUploads(deps, posted?.fields.kept ?? []);
  return data(refusedAct(tried.reasons, posted?.fields, kept), { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: texts.office.title, hidden: true }));

export default function OfficeRound() {
  const refused = useActionData<typeof action>() as RefusedAct | undefined;
  return <OfficePage {...useLoaderData<typeof loader>()} refused={refused ?? null} />;
}

import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { DeskPage } from "~/nominations/components/desk-page";
import { refusedAct, type RefusedAct } from "~/nominations/components/refused-act";
import { deskNomination } from "~/nominations/desk-nominations.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, numberParam, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { perform } from "./acts.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const number = requireNumber(params.number);
  const found = await attempt(() => deskNomination(actor, number, deps));
  if (!found.ok) throw notFound();
  return data({ nomination: found.value }, { headers: PRIVATE });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const number = requireNumber(params.number);
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    // Whoever may not know of it is told so before anything that they posted is looked at.
    await deskNomination(actor, number, deps);
    posted = await readForm(request, { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } });
    await perform(actor, number, posted, deps);
  });
  await discardFiles(posted?.files ?? []);
  if (tried.ok) return seeOther(href(`/desk/nominations/${number}`), PRIVATE);
  const kept = await stagedUploads(deps, posted?.fields.kept ?? []);
  return data(refusedAct(tried.reasons, posted?.fields, kept), { status: tried.status, headers: PRIVATE });
}

function requireNumber(text: string | undefined): number {
  const number = numberParam(text);
  if (number === null) throw notFound();
  return number;
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, () => ({ title: loaded?.nomination.title ?? "", hidden: true }));

export default function Nomination() {
  const refused = useActionData<typeof action>() as RefusedAct | undefined;
  return <DeskPage {...useLoaderData<typeof loader>()} refused={refused ?? null} />;
}

import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { CommentDesk } from "~/consultations/components/comment-desk";
import { commentPage, deskComment } from "~/consultations/processing-queries.server";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, numberParam, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { performPosted } from "./acts.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const number = numberParam(params.number);
  if (number === null) throw notFound();
  const found = await attempt(() => commentPage(actor, number, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const number = numberParam(params.number);
  if (number === null) throw notFound();
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    const { consultation } = await deskComment(actor, number, deps);
    form = await readForm(request);
    await performPosted(form.fields.act?.[0] ?? "", { actor, number, slug: consultation.slug, form, deps });
  });
  if (tried.ok) return seeOther(href(`/desk/comments/${number}`), PRIVATE);
  const values = typedValues(form);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, () => ({ title: deskComments.comment.title(page?.comment.number ?? 0), hidden: true }));

export default function DeskComment() {
  return <CommentDesk page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

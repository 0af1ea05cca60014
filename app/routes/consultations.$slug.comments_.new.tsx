import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ACCEPTED_ENDINGS } from "~/attachments/attachment";
import { CommentFormPage } from "~/consultations/components/comment-form-page";
import { commentPlace } from "~/consultations/public-queries.server";
import { depsOf } from "~/platform/deps.server";
import { filterOf, notFound, PRIVATE } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { pageMeta } from "~/ui/page-meta";

/** Never kept: each visit gets a key of its own, so that a form sent twice is one comment. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const place = await commentPlace(depsOf(context), params.slug ?? "");
  if (!place) throw notFound();
  const { closed, ...facts } = place;
  return {
    place: facts,
    closed,
    clauseId: filterOf(new URL(request.url), "clause"),
    formKey: randomId(),
    accept: ACCEPTED_ENDINGS,
  };
}

export const headers = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ consultations }) => ({
    title: `${consultations.form.title} · ${data?.place.title ?? ""}`,
    hidden: true,
  }));

export default function NewComment() {
  return <CommentFormPage {...useLoaderData<typeof loader>()} />;
}

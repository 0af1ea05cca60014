import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ACCEPTED_ENDINGS } from "~/attachments/attachment";
import { CommentFormPage } from "~/consultations/components/comment-form-page";
import { commentPlace } from "~/consultations/public-queries.server";
import { sentencesBetween } from "~/wording/sentences";
import { depsOf } from "~/platform/deps.server";
import { filterOf, notFound, numberParam, PRIVATE } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { pageMeta } from "~/ui/page-meta";

/** Never kept: each visit gets a key of its own, so that a form sent twice is one comment. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const place = await commentPlace(depsOf(context), params.slug ?? "");
  if (!place) throw notFound();
  const { closed, ...facts } = place;
  const url = new URL(request.url);
  const number = (name: string) => numberParam(filterOf(url, name));
  return {
    place: facts,
    closed,
    clauseId: filterOf(url, "clause"),
    sentences: sentencesBetween(number("from"), number("to")),
    formKey: randomId(),
    accept: ACCEPTED_ENDINGS,
  };
}

export const headers = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ consultations }, language) => ({
    title: `${consultations.form.title} · ${(language === "en" && data?.place.titleEn) || (data?.place.title ?? "")}`,
    hidden: true,
  }));

export default function NewComment() {
  return <CommentFormPage {...useLoaderData<typeof loader>()} />;
}

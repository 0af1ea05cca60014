import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QuestionFormPage } from "~/interviews/components/question-form-page";
import { questionPlace } from "~/interviews/public-queries.server";
import { depsOf } from "~/platform/deps.server";
import { notFound, PRIVATE } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { pageMeta } from "~/ui/page-meta";

/** Never kept: each visit gets a key of its own, so that a form sent twice is one question. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const place = await questionPlace(depsOf(context), params.slug ?? "");
  if (!place) throw notFound();
  return { ...place, formKey: randomId() };
}

export const headers = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ interviews }, language) => ({
    title: `${interviews.form.title} · ${(language === "en" && data?.titleEn) || (data?.title ?? "")}`,
    hidden: true,
  }));

export default function NewQuestion() {
  return <QuestionFormPage {...useLoaderData<typeof loader>()} />;
}

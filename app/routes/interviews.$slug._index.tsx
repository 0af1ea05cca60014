import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InterviewPage } from "~/interviews/components/interview-page";
import { publicInterview } from "~/interviews/public-queries.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const interview = await publicInterview(depsOf(context), slug);
  if (!interview) throw notFound();
  keepPage(context, { tags: [`interview:${slug}`, "everything"], validUntil: interview.nextChangeAt });
  return { interview };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (_strings, language) => {
    const { title, titleEn, summary, summaryEn } = data?.interview ?? { title: "", summary: "" };
    const isEnglish = language === "en";
    return { title: (isEnglish && titleEn) || title, description: (isEnglish && summaryEn) || summary };
  });

export default function Interview() {
  return <InterviewPage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { plainDateOf } from "~/calendar/plain-date";
import { ConsultationPage } from "~/consultations/components/consultation-page";
import { COMMENTS_PER_PAGE, publicConsultation } from "~/consultations/public-queries.server";
import { depsOf } from "~/platform/deps.server";
import { notFound, pageOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { policiesOfConsultation } from "~/policies/policy-news.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const page = pageOf(url);
  const slug = params.slug ?? "";
  const found = await publicConsultation(depsOf(context), slug, { page });
  if (!found || (page - 1) * COMMENTS_PER_PAGE >= Math.max(1, found.publishedCount)) throw notFound();
  const policies = await policiesOfConsultation(depsOf(context), slug);
  const tags = [`consultation:${slug}`, ...policies.map((policy) => `policy:${policy.slug}`), "everything"];
  keepPage(context, { tags, validUntil: found.nextChangeAt });
  const { withdrawnAt, outcomePublishedAt, ...consultation } = found;
  return {
    consultation: {
      ...consultation,
      withdrawnOn: withdrawnAt && plainDateOf(withdrawnAt),
      outcomePublishedOn: outcomePublishedAt && plainDateOf(outcomePublishedAt),
      policies,
    },
    page,
    pageSize: COMMENTS_PER_PAGE,
    search: url.search,
  };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (_strings, language) => {
    const { title, titleEn, summary, summaryEn } = data?.consultation ?? { title: "", summary: "" };
    const isEnglish = language === "en";
    return { title: (isEnglish && titleEn) || title, description: (isEnglish && summaryEn) || summary };
  });

export default function Consultation() {
  return <ConsultationPage {...useLoaderData<typeof loader>()} />;
}

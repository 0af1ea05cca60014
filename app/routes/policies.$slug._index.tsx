import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { PolicyPage } from "~/policies/components/policy-page";
import { publicPolicy } from "~/policies/public-policies.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const policy = await publicPolicy(depsOf(context), slug);
  if (!policy) throw notFound();
  const { id: _id, nextChangeAt, ...shown } = policy;
  const neighbours = [...policy.predecessors, ...(policy.successor ? [policy.successor] : [])];
  const tags = [slug, ...neighbours.map((one) => one.slug)].map((one) => `policy:${one}`);
  keepPage(context, { tags: [...tags, "everything"], validUntil: nextChangeAt });
  return { policy: shown };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (_strings, language) => {
    const { title, titleEn, summary, summaryEn } = data?.policy ?? { title: "", summary: "" };
    const isEnglish = language === "en";
    return { title: (isEnglish && titleEn) || title, description: (isEnglish && summaryEn) || summary };
  });

export default function Policy() {
  return <PolicyPage {...useLoaderData<typeof loader>()} />;
}

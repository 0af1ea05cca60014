import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MatterLine } from "~/consultations/components/matter-line";
import { matterThread } from "~/consultations/matter-thread.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { PolicyPage } from "~/policies/components/policy-page";
import { publicPolicy } from "~/policies/public-policies.server";
import { ReinterpretationNotice } from "~/quality/components/reinterpretation-notice";
import { publicReinterpretation } from "~/quality/public-reinterpretation.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const deps = depsOf(context);
  const policy = await publicPolicy(deps, slug);
  if (!policy) throw notFound();
  const { id: _id, nextChangeAt, ...shown } = policy;
  const neighbours = [...policy.predecessors, ...(policy.successor ? [policy.successor] : [])];
  const tags = [slug, ...neighbours.map((one) => one.slug)].map((one) => `policy:${one}`);
  const { consultationSlug } = policy;
  if (consultationSlug) tags.push(`consultation:${consultationSlug}`);
  keepPage(context, { tags: [...tags, "everything"], validUntil: nextChangeAt });
  const thread = consultationSlug ? await matterThread(deps, consultationSlug) : null;
  return { policy: shown, thread, reinterpretation: await publicReinterpretation(deps, slug) };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (_strings, language) => {
    const { title, titleEn, summary, summaryEn } = data?.policy ?? { title: "", summary: "" };
    const isEnglish = language === "en";
    return { title: (isEnglish && titleEn) || title, description: (isEnglish && summaryEn) || summary };
  });

export default function Policy() {
  const { policy, thread, reinterpretation } = useLoaderData<typeof loader>();
  const { slug, materials } = policy;
  return (
    <PolicyPage
      policy={policy}
      notice={<ReinterpretationNotice order={reinterpretation} />}
      thread={thread && <MatterLine thread={thread} policies={[{ slug, materials: materials.length }]} />}
    />
  );
}

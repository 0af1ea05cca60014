import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MatterLine } from "~/consultations/components/matter-line";
import { matterThread } from "~/consultations/matter-thread.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { MaterialPage } from "~/policies/components/material-page";
import { publicMaterial } from "~/policies/public-materials.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const deps = depsOf(context);
  const material = await publicMaterial(deps, slug);
  if (!material) throw notFound();
  const { nextChangeAt, ratings: _ratings, consultationSlug, ...shown } = material;
  const tags = [`interpretation:${slug}`, `policy:${material.policy.slug}`, "everything"];
  if (consultationSlug) tags.push(`consultation:${consultationSlug}`);
  keepPage(context, { tags, validUntil: nextChangeAt });
  return { material: shown, thread: consultationSlug ? await matterThread(deps, consultationSlug) : null };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (_strings, language) => {
    const { title, titleEn, summary } = data?.material ?? { title: "", titleEn: null, summary: "" };
    return { title: (language === "en" && titleEn) || title, description: summary };
  });

export default function Interpretation() {
  const { material, thread } = useLoaderData<typeof loader>();
  const policies = [{ slug: material.policy.slug, materials: material.others.length + 1 }];
  return <MaterialPage material={material} thread={thread && <MatterLine thread={thread} policies={policies} />} />;
}

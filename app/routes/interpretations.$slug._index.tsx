import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { MaterialPage } from "~/policies/components/material-page";
import { publicMaterial } from "~/policies/public-materials.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const material = await publicMaterial(depsOf(context), slug);
  if (!material) throw notFound();
  const { nextChangeAt, ratings: _ratings, ...shown } = material;
  const tags = [`interpretation:${slug}`, `policy:${material.policy.slug}`, "everything"];
  keepPage(context, { tags, validUntil: nextChangeAt });
  return { material: shown };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (_strings, language) => {
    const { title, titleEn, summary } = data?.material ?? { title: "", titleEn: null, summary: "" };
    return { title: (language === "en" && titleEn) || title, description: summary };
  });

export default function Interpretation() {
  return <MaterialPage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { depsOf } from "~/platform/deps.server";
import { filterOf, notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { GuidePage } from "~/policies/components/guide-page";
import { guidePlace } from "~/policies/guide";
import { publicMaterial } from "~/policies/public-materials.server";
import { pageMeta } from "~/ui/page-meta";

/** Every step is an address of its own: it works without script, can be kept, and nothing of the reader is stored. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const answers = filterOf(new URL(request.url), "answers");
  const material = await publicMaterial(depsOf(context), slug);
  if (material?.content.kind !== "case") throw notFound();
  const place = guidePlace(material.content.guide, material.content.guideEnd, answers);
  if (!place) throw notFound();
  const tags = [`interpretation:${slug}`, `policy:${material.policy.slug}`, "everything"];
  keepPage(context, { tags, validUntil: material.nextChangeAt });
  const { title, titleEn, policy, clauses, staleness } = material;
  return { slug, title, titleEn, policy, staleness, place, answers, clauses };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ policies: { guide } }, language) => ({
    title: `${guide.title} · ${(language === "en" && data?.titleEn) || (data?.title ?? "")}`,
    hidden: true,
  }));

export default function Guide() {
  return <GuidePage {...useLoaderData<typeof loader>()} />;
}

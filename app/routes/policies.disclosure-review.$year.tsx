import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicReviewPage } from "~/inspections/components/public-review";
import { publicReview } from "~/inspections/public-attribute-review.server";
import { depsOf } from "~/platform/deps.server";
import { filterOf, notFound, numberParam } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const filter = { unit: filterOf(url, "unit"), kind: filterOf(url, "kind") };
  const found = await publicReview(depsOf(context), numberParam(params.year), filter);
  if (!found) throw notFound();
  const { nextChangeAt, ...review } = found;
  keepPage(context, { tags: ["policies", "everything"], validUntil: nextChangeAt });
  return { review, filter };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ inspections: { review: texts } }) => ({
    title: texts.title(String(data?.review.year ?? "")),
    description: texts.description(String(data?.review.reviewed ?? "")),
  }));

export default function DisclosureReview() {
  return <PublicReviewPage {...useLoaderData<typeof loader>()} />;
}

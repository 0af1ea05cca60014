import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getActor } from "~/accounts/session.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, seeOther } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { limitRate } from "~/platform/rate-limit.server";
import { RatingPage } from "~/policies/components/rating-page";
import { publicMaterial } from "~/policies/public-materials.server";
import { rateMaterial } from "~/policies/rate-material.server";
import { ratingForm } from "~/policies/reader-forms";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const material = await publicMaterial(depsOf(context), slug);
  if (!material) throw notFound();
  keepPage(context, { tags: [`interpretation:${slug}`, `policy:${material.policy.slug}`, "everything"] });
  const { title, titleEn, ratings } = material;
  return { slug, title, titleEn, ratings };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const rated = await attempt(async () => {
    await limitRate("rating", context.address);
    form = await readForm(request);
    const { understood, reason, key } = parseForm(ratingForm, form);
    await rateMaterial(await getActor(request, deps), { slug, answer: understood, reason, key }, deps);
  });
  if (rated.ok) return seeOther(href(`/interpretations/${slug}/ratings`));
  const wait = rated.reasons.find(({ code }) => code === "too_many")?.params?.seconds;
  const headers = wait === undefined ? undefined : { "Retry-After": String(wait) };
  return data({ reasons: rated.reasons, typed: typedValues(form) }, { status: rated.status, headers });
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, ({ policies: { rating } }) => ({
    title: `${rating.pageTitle} · ${found?.title ?? ""}`,
    hidden: true,
  }));

export default function Ratings() {
  return <RatingPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

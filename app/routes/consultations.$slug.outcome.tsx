import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { plainDateOf } from "~/calendar/plain-date";
import { OutcomePage } from "~/consultations/components/outcome-page";
import { OUTCOME_ROWS_PER_PAGE, publicOutcome } from "~/consultations/outcome-queries.server";
import { matterThread } from "~/consultations/matter-thread.server";
import { depsOf } from "~/platform/deps.server";
import { notFound, pageOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { policiesOfConsultation } from "~/policies/policy-news.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const page = pageOf(url);
  const slug = params.slug ?? "";
  const deps = depsOf(context);
  const found = await publicOutcome(deps, slug, { page });
  if (!found || (page > 1 && found.rows.length === 0)) throw notFound();
  const thread = await matterThread(deps, slug);
  const policies = await policiesOfConsultation(deps, slug);
  const tags = [`consultation:${slug}`, ...policies.map((policy) => `policy:${policy.slug}`), "everything"];
  keepPage(context, { tags });
  const { outcomePublishedAt, withdrawnAt, ...outcome } = found;
  return {
    outcome: {
      ...outcome,
      outcomePublishedOn: outcomePublishedAt && plainDateOf(outcomePublishedAt),
      withdrawnOn: withdrawnAt && plainDateOf(withdrawnAt),
    },
    matter: thread && { thread, policies },
    page,
    pageSize: OUTCOME_ROWS_PER_PAGE,
    search: url.search,
  };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ outcome }, language) => {
    const { title = "", titleEn = null } = data?.outcome ?? {};
    return { title: outcome.title((language === "en" && titleEn) || title), description: outcome.description };
  });

export default function Outcome() {
  return <OutcomePage {...useLoaderData<typeof loader>()} />;
}

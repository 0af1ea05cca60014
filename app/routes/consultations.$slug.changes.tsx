import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChangesPage } from "~/consultations/components/changes-page";
import { publicChanges } from "~/consultations/outcome-queries.server";
import { matterThread } from "~/consultations/matter-thread.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { policiesOfConsultation } from "~/policies/policy-news.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const deps = depsOf(context);
  const changes = await publicChanges(deps, slug);
  if (!changes) throw notFound();
  const thread = await matterThread(deps, slug);
  const policies = await policiesOfConsultation(deps, slug);
  const tags = [`consultation:${slug}`, ...policies.map((policy) => `policy:${policy.slug}`), "everything"];
  keepPage(context, { tags });
  return { changes, matter: thread && { thread, policies } };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ outcome }, language) => {
    const { title = "", titleEn = null } = data?.changes ?? {};
    const name = (language === "en" && titleEn) || title;
    return { title: outcome.changes.title(name), description: outcome.changes.description };
  });

export default function Changes() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChangesPage } from "~/consultations/components/changes-page";
import { publicChanges } from "~/consultations/outcome-queries.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const changes = await publicChanges(depsOf(context), slug);
  if (!changes) throw notFound();
  keepPage(context, { tags: [`consultation:${slug}`, "everything"] });
  return { changes };
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

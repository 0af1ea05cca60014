import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RoundPage } from "~/nominations/components/round-page";
import { publicRound } from "~/nominations/public-cases.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await publicRound(depsOf(context), params.round ?? "");
  if (!found) throw notFound();
  const { nextChangeAt, ...rest } = found;
  // A material that is taken down leaves the list too.
  keepPage(context, { tags: ["cases", "policies", "everything"], validUntil: nextChangeAt });
  return rest;
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ nominations: { name, page, list } }) => {
    const round = data?.round;
    return { title: round ? page.title(name(round.year, round.half)) : list.title, description: list.description };
  });

export default function Round() {
  return <RoundPage {...useLoaderData<typeof loader>()} />;
}

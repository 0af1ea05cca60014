import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RoundsPage } from "~/nominations/components/rounds-page";
import { publicRounds } from "~/nominations/public-cases.server";
import { depsOf } from "~/platform/deps.server";
import { keepPage } from "~/platform/kept-page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ context }: LoaderFunctionArgs) {
  const { nextChangeAt, ...found } = await publicRounds(depsOf(context));
  keepPage(context, { tags: ["cases", "policies", "everything"], validUntil: nextChangeAt });
  return found;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ nominations: { list } }) => ({ title: list.title, description: list.description }));

export default function Cases() {
  return <RoundsPage {...useLoaderData<typeof loader>()} />;
}

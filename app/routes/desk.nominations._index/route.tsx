import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskNominations as texts } from "~/i18n/zh-CN/desk-nominations";
import { DeskList } from "~/nominations/components/desk-list";
import { deskNominations } from "~/nominations/desk-nominations.server";
import { maySeeRoundsAt } from "~/nominations/office-rounds.server";
import { depsOf } from "~/platform/deps.server";
import { PRIVATE } from "~/platform/http.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await deskNominations(actor, deps);
  return data({ ...found, isOffice: await maySeeRoundsAt(actor, deps) }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.list.title, hidden: true }));

export default function DeskNominations() {
  return <DeskList {...useLoaderData<typeof loader>()} />;
}

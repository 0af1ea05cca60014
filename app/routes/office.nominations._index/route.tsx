import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskNominations as texts } from "~/i18n/zh-CN/desk-nominations";
import { OfficeList } from "~/nominations/components/office-list";
import { officeRounds } from "~/nominations/office-rounds.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, PRIVATE } from "~/platform/http.server";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => officeRounds(actor, deps));
  if (!found.ok) throw notFound();
  return data({ rounds: found.value }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: texts.office.title, hidden: true }));

export default function OfficeNominations() {
  return <OfficeList {...useLoaderData<typeof loader>()} />;
}

import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { ShortcutList, ShortcutSwitch } from "~/agenda/components/shortcut-list";
import { deskAgenda } from "~/i18n/zh-CN/desk-agenda";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { depsOf } from "~/platform/deps.server";
import { PRIVATE } from "~/platform/http.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

const { shortcuts } = deskAgenda;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, depsOf(context));
  return data(null, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: shortcuts.title, hidden: true }));

/** The keys of the staff pages; `?` shows the list of this page above any other. */
export default function Shortcuts() {
  const trail = [{ label: deskConsultations.home.title, href: "/desk" }, { label: shortcuts.title }];
  return (
    <Page title={shortcuts.title} lead={<p>{shortcuts.lead}</p>} breadcrumbs={trail}>
      <ShortcutList />
      <ShortcutSwitch />
    </Page>
  );
}

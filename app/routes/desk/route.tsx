import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { holds } from "~/accounts/actor";
import { SignOutButton } from "~/accounts/components/sign-out-button";
import { requireStaff } from "~/accounts/session.server";
import { LanguageProvider } from "~/i18n/strings";
import { deskBar as desk } from "~/i18n/zh-CN/desk-bar";
import { hasMessageDesk } from "~/messages/desk-queries.server";
import { depsOf } from "~/platform/deps.server";
import { maySeeClocks } from "~/policies/permissions";
import { maySeeQuality } from "~/quality/permissions";
import { href } from "~/ui/href";
import { LocalNav } from "~/ui/local-nav";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, depsOf(context));
  const principals = (actor.deputyFor ?? []).map(({ name }) => name);
  return {
    name: actor.name,
    principals,
    isOffice: holds(actor, "supervisor"),
    seesClocks: maySeeClocks(actor),
    seesQuality: maySeeQuality(actor),
    hasMessages: hasMessageDesk(actor),
  };
}

/** Staff pages are in Chinese, whatever language the frame around them is in. */
export default function Desk() {
  const { name, principals, isOffice, seesClocks, seesQuality, hasMessages } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const places = [
    { label: desk.home, href: "/desk", isCurrent: /^\/desk\/?$/.test(pathname), shortcut: "t" },
    {
      ...{ label: desk.consultations, href: "/desk/consultations", shortcut: "c" },
      isCurrent: /^\/desk\/co/.test(pathname),
    },
    ...(hasMessages
      ? [
          {
            label: desk.messages,
            href: "/desk/messages",
            isCurrent: pathname.startsWith("/desk/messages"),
            shortcut: "m",
          },
        ]
      : []),
    { label: desk.policies, href: "/desk/policies", isCurrent: pathname.startsWith("/desk/policies") },
    { label: desk.nominations, href: "/desk/nominations", isCurrent: pathname.startsWith("/desk/nominations") },
    { label: desk.interviews, href: "/desk/interviews", isCurrent: pathname.startsWith("/desk/interviews") },
    { label: desk.media, href: "/desk/media", isCurrent: pathname.startsWith("/desk/media") },
    {
      ...{ label: desk.notices, href: "/desk/notices", shortcut: "n" },
      isCurrent: pathname.startsWith("/desk/notices"),
    },
    { label: desk.deputies, href: "/desk/deputies", isCurrent: pathname.startsWith("/desk/deputies") },
    { label: desk.attributes, href: "/desk/attributes", isCurrent: pathname.startsWith("/desk/attributes") },
    ...(seesClocks ? [{ label: desk.packages, href: "/office/packages" }] : []),
    ...(seesQuality ? [{ label: desk.quality, href: "/office/quality" }] : []),
    ...(isOffice
      ? [
          { label: desk.rounds, href: "/office/nominations" },
          { label: desk.words, href: "/office/words" },
          { label: desk.calendar, href: "/office/calendar" },
        ]
      : []),
  ];
  return (
    <LanguageProvider language="zh-CN">
      <div lang="zh-CN" data-shortcuts={href("/desk/shortcuts")}>
        <div className="desk-bar">
          <details className="menu">
            <summary>{desk.places}</summary>
          </details>
          <LocalNav label={desk.places} items={places} />
          <div className="desk-person">
            <span>{principals.length > 0 ? desk.deputyOf(name, principals.join("、")) : name}</span>
            <SignOutButton />
          </div>
        </div>
        <Outlet />
      </div>
    </LanguageProvider>
  );
}

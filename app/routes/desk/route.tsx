import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { holds } from "~/accounts/actor";
import { SignOutButton } from "~/accounts/components/sign-out-button";
import { requireStaff } from "~/accounts/session.server";
import { LanguageProvider } from "~/i18n/strings";
import { deskBar as desk } from "~/i18n/zh-CN/desk-bar";
import { hasMessageDesk } from "~/messages/desk-queries.server";
import { depsOf } from "~/platform/deps.server";
import { LocalNav } from "~/ui/local-nav";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, depsOf(context));
  return { name: actor.name, isOffice: holds(actor, "supervisor"), hasMessages: hasMessageDesk(actor) };
}

/** Staff pages are in Chinese, whatever language the frame around them is in. */
export default function Desk() {
  const { name, isOffice, hasMessages } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const places = [
    { label: desk.home, href: "/desk", isCurrent: /^\/desk\/?$/.test(pathname) },
    { label: desk.consultations, href: "/desk/consultations", isCurrent: /^\/desk\/co/.test(pathname) },
    ...(hasMessages
      ? [{ label: desk.messages, href: "/desk/messages", isCurrent: pathname.startsWith("/desk/messages") }]
      : []),
    { label: desk.notices, href: "/desk/notices", isCurrent: pathname.startsWith("/desk/notices") },
    ...(isOffice ? [{ label: desk.calendar, href: "/office/calendar" }] : []),
  ];
  return (
    <LanguageProvider language="zh-CN">
      <div lang="zh-CN">
        <div className="desk-bar">
          <LocalNav label={desk.places} items={places} />
          <div className="desk-person">
            <span>{name}</span>
            <SignOutButton />
          </div>
        </div>
        <Outlet />
      </div>
    </LanguageProvider>
  );
}

import type { ReactNode } from "react";
import { SignOutButton } from "~/accounts/components/sign-out-button";
import { LanguageProvider } from "~/i18n/strings";
import { deskBar as texts } from "~/i18n/zh-CN/desk-bar";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { TrailRoot } from "~/ui/breadcrumbs";
import { href } from "~/ui/href";
import { LocalNav, type LocalPlace } from "~/ui/local-nav";

interface DeskPerson {
  name: string;
  /** For whom this person stands in today. */
  principals: string[];
  isOffice: boolean;
  seesClocks: boolean;
  seesQuality: boolean;
  seesInspections: boolean;
  hasMessages: boolean;
}

interface DeskFrameProps {
  person: DeskPerson;
  /** The address asked for. */
  pathname: string;
  children: ReactNode;
}

const TRAIL_ROOT = [{ label: deskConsultations.home.title, href: "/desk" }];

/** Above every staff page: the work by module, under it what the work needs, and who is signed in. */
export function DeskFrame({ person, pathname, children }: DeskFrameProps) {
  const { name, principals } = person;
  // Staff pages are in Chinese, whatever language the frame around them is in.
  return (
    <LanguageProvider language="zh-CN">
      <div lang="zh-CN" data-shortcuts={href("/desk/shortcuts")}>
        <div className="desk-bar">
          <details className="menu">
            <summary>{texts.places}</summary>
          </details>
          <LocalNav
            label={texts.places}
            items={at(pathname, modules(person))}
            more={at(pathname, [...tools(), ...office(person)])}
          />
          <div className="desk-person">
            <span>{principals.length > 0 ? texts.deputyOf(name, principals.join("、")) : name}</span>
            <SignOutButton />
          </div>
        </div>
        <TrailRoot.Provider value={TRAIL_ROOT}>{children}</TrailRoot.Provider>
      </div>
    </LanguageProvider>
  );
}

function modules({ hasMessages }: DeskPerson): LocalPlace[] {
  return [
    { label: texts.home, href: "/desk", shortcut: "t" },
    { label: texts.consultations, href: "/desk/consultations", shortcut: "c" },
    ...(hasMessages ? [{ label: texts.messages, href: "/desk/messages", shortcut: "m" }] : []),
    { label: texts.policies, href: "/desk/policies" },
    { label: texts.nominations, href: "/desk/nominations" },
    { label: texts.interviews, href: "/desk/interviews" },
  ];
}

function tools(): LocalPlace[] {
  return [
    { label: texts.media, href: "/desk/media" },
    { label: texts.notices, href: "/desk/notices", shortcut: "n" },
    { label: texts.deputies, href: "/desk/deputies" },
    { label: texts.attributes, href: "/desk/attributes" },
  ];
}

function office({ isOffice, seesClocks, seesQuality, seesInspections }: DeskPerson): LocalPlace[] {
  return [
    ...(seesClocks ? [{ label: texts.packages, href: "/office/packages" }] : []),
    ...(seesQuality ? [{ label: texts.quality, href: "/office/quality" }] : []),
    ...(seesInspections
      ? [
          { label: texts.spotChecks, href: "/office/spot-checks" },
          { label: texts.attributeReviews, href: "/office/attribute-reviews" },
        ]
      : []),
    ...(isOffice
      ? [
          { label: texts.rounds, href: "/office/nominations" },
          { label: texts.words, href: "/office/words" },
          { label: texts.calendar, href: "/office/calendar" },
        ]
      : []),
  ];
}

/** Pages that stand under an address of another name. */
const BELONGS: Record<string, string> = {
  "/desk/comments": "/desk/consultations",
  "/desk/templates": "/desk/messages",
  "/office/dispatch-words": "/desk/messages",
  "/office/message-clocks": "/desk/messages",
};

function at(pathname: string, places: LocalPlace[]): LocalPlace[] {
  const [from, to] = Object.entries(BELONGS).find(([start]) => isUnder(pathname, start)) ?? [];
  const path = from && to ? to : pathname;
  return places.map((place) => ({
    ...place,
    isCurrent: place.href === "/desk" ? /\/desk\/?$/.test(path) : isUnder(path, place.href),
  }));
}

function isUnder(pathname: string, address: string): boolean {
  return `${pathname}/`.startsWith(`${address}/`);
}

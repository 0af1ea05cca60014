import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { LocalNav } from "~/ui/local-nav";
import type { PackageState } from "../policy-package";

/** The pages of one document at the desk, and what the public sees of it. */
export function PolicyNav({
  slug,
  state,
  current,
}: {
  slug: string;
  state: PackageState;
  current: "bench" | "text" | "questions" | "material" | "reinterpretation";
}) {
  const { links, linkNames } = deskPolicies.bench;
  const desk = `/desk/policies/${slug}`;
  const isPublic = state === "released" || state === "imported";
  const items = [
    { label: linkNames.bench, href: desk, isCurrent: current === "bench" },
    { label: linkNames.text, href: `${desk}/text`, isCurrent: current === "text" },
    ...(state === "released"
      ? [
          { label: linkNames.questions, href: `${desk}/questions`, isCurrent: current === "questions" },
          {
            label: linkNames.reinterpretation,
            href: `${desk}/reinterpretation`,
            isCurrent: current === "reinterpretation",
          },
        ]
      : []),
    ...(isPublic ? [{ label: linkNames.public, href: `/policies/${slug}` }] : []),
  ];
  return <LocalNav label={links} items={items} />;
}

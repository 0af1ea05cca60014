import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { LocalNav } from "~/ui/local-nav";
import { isOutcomePublic, type ShownState } from "../consultation";

type Place = "bench" | "draft" | "comments" | "dossier" | "sheet";

/** The pages of one consultation at the desk, and what the public sees of it. */
export function DeskNav({ slug, state, current }: { slug: string; state: ShownState; current: Place }) {
  const { links, linkNames } = deskConsultations.bench;
  const desk = `/desk/consultations/${slug}`;
  const isPublished = state !== "preparing" && state !== "in_review";
  const items = [
    { label: linkNames.bench, href: desk, isCurrent: current === "bench" },
    { label: linkNames.draft, href: `${desk}/draft`, isCurrent: current === "draft" },
    ...(state === "imported"
      ? []
      : [{ label: linkNames.sheet, href: `${desk}/sheet`, isCurrent: current === "sheet" }]),
    ...(isPublished
      ? [
          { label: linkNames.comments, href: `${desk}/comments`, isCurrent: current === "comments" },
          { label: linkNames.dossier, href: `${desk}/dossier`, isCurrent: current === "dossier" },
          { label: linkNames.public, href: `/consultations/${slug}` },
        ]
      : []),
    ...(isOutcomePublic(state) && state !== "imported"
      ? [{ label: linkNames.outcome, href: `/consultations/${slug}/outcome` }]
      : []),
  ];
  return <LocalNav label={links} items={items} />;
}

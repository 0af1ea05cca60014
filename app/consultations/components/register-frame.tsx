import type { ReactNode } from "react";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import type { Reason } from "~/platform/refusal";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import type { ShownState } from "../consultation";
import { DeskNav } from "./desk-nav";
import { StateBadge } from "./state-badge";

interface RegisterFrameProps {
  page: { slug: string; title: string; state: ShownState };
  place: "comments" | "dossier" | "sheet";
  title: string;
  lead: string;
  reasons: Reason[];
  labels: Record<string, string>;
  children: ReactNode;
}

/** The frame of a consultation's registers at the desk. */
export function RegisterFrame({ page, place, title, lead, reasons, labels, children }: RegisterFrameProps) {
  const { slug, state } = page;
  const trail = [
    { label: deskConsultations.home.title, href: "/desk" },
    { label: deskConsultations.list.title, href: "/desk/consultations" },
    { label: page.title, href: `/desk/consultations/${slug}` },
  ];
  return (
    <Page
      title={title}
      eyebrow={<StateBadge state={state} />}
      lead={
        <>
          <p>{page.title}</p>
          <p className="hint">{lead}</p>
        </>
      }
      breadcrumbs={[...trail, { label: title }]}
      width="wide"
    >
      <ErrorSummary reasons={reasons} labels={labels} />
      <DeskNav slug={slug} state={state} current={place} />
      {children}
    </Page>
  );
}

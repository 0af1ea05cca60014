import type { ReactNode } from "react";
import { formatCount, formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import type { MediaFile } from "~/media/media-file";
import { FromPaper } from "~/reviews/components/from-paper";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OfficialText } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { OfficialTitle } from "~/ui/title-text";
import type { MaterialKind } from "../material";
import type { MaterialContent } from "../material-content";
import type { Staleness } from "../staleness";
import type { QuotedClauseFacts } from "./clause-quotes";
import { MaterialBody } from "./material-body";
import { MaterialLinks } from "./material-list";
import { RatingForm } from "./rating-form";

interface Neighbour {
  slug: string;
  title: string;
  titleEn: string | null;
}

export interface MaterialPageProps {
  material: {
    slug: string;
    kind: MaterialKind;
    title: string;
    titleEn: string | null;
    summary: string;
    releasedOn: string;
    policy: Neighbour & { documentNumber: string | null };
    unit: { name: string; nameEn: string };
    content: MaterialContent;
    media: MediaFile | null;
    clauses: QuotedClauseFacts[];
    staleness: Staleness | null;
    approvalPaper: { number: string; signedOn: string } | null;
    others: (Neighbour & { kind: MaterialKind })[];
    readings: number;
  };
  /** From the comments on the draft to this, where the document came from a consultation. */
  thread?: ReactNode;
}

/** One material: what it explains, in plain words, with the clauses beside, and whether it still holds. */
export function MaterialPage({ material, thread }: MaterialPageProps) {
  const language = useLanguage();
  const { policies, policyTerms } = useStrings();
  const { materials } = policies;
  const { slug, kind, title, titleEn, summary, policy, unit, content, media, clauses, others, readings } = material;
  const unitName = language === "en" ? unit.nameEn : unit.name;
  return (
    <Page
      title={<OfficialTitle zh={title} en={titleEn} />}
      eyebrow={<span className="tie tie-interpretation">{policyTerms.materialKinds[kind]}</span>}
      lead={
        summary && (
          <p>
            <OfficialText zh={summary} />
          </p>
        )
      }
      breadcrumbs={[
        { label: materials.title, href: "/interpretations" },
        { label: (language === "en" && titleEn) || title },
      ]}
      width="wide"
    >
      <p className="pairing">
        {materials.of}{" "}
        <a href={href(`/policies/${policy.slug}`)}>
          <OfficialText zh={policy.title} en={policy.titleEn} />
        </a>
        {policy.documentNumber && (
          <>
            {" "}
            <OfficialText zh={policy.documentNumber} />
          </>
        )}
        <br />
        <span className="hint">
          {materials.by(unitName)} · {materials.released(formatDate(material.releasedOn, language))}
          {readings > 0 && ` · ${materials.readings(formatCount(readings, language))}`}
        </span>
        {material.approvalPaper && (
          <>
            <br />
            <span className="hint">
              <FromPaper {...material.approvalPaper} />
            </span>
          </>
        )}
      </p>
      {thread}
      <StaleNotice staleness={material.staleness} policySlug={policy.slug} clauses={clauses} />
      <MaterialBody slug={slug} policySlug={policy.slug} content={content} media={media} clauses={clauses} />
      <Section title={policies.rating.title} id="rating" lead={policies.rating.hint}>
        <RatingForm slug={slug} />
      </Section>
      <Section title={policies.page.askTitle} id="ask" lead={policies.page.askText}>
        <p>
          <a href={href(`/policies/${policy.slug}/questions?from=${slug}`)}>{policies.page.askLink}</a>
        </p>
      </Section>
      {others.length > 0 && (
        <Section title={materials.othersTitle} id="others">
          <MaterialLinks materials={others} />
        </Section>
      )}
    </Page>
  );
}

interface StaleProps {
  staleness: Staleness | null;
  policySlug: string;
  clauses: QuotedClauseFacts[];
}

/** A reader is told first when the document has moved on. */
export function StaleNotice({ staleness, policySlug, clauses }: StaleProps) {
  const { materials } = useStrings().policies;
  if (!staleness) return null;
  if (staleness.kind === "lapsed") {
    const title = staleness.validity === "expired" ? materials.lapsedExpired : materials.lapsedRepealed;
    return (
      <Notice kind="warn" title={title}>
        <p>{materials.lapsedText}</p>
        {staleness.successorSlug && (
          <p>
            <a href={href(`/policies/${staleness.successorSlug}`)}>{materials.newDocument}</a>
          </p>
        )}
      </Notice>
    );
  }
  return (
    <Notice kind="warn" title={materials.staleTitle}>
      <p>{materials.staleText}</p>
      <ul>
        {staleness.clauses.map((id) => {
          const clause = clauses.find((one) => one.id === id);
          return (
            <li key={id}>
              <a href={href(`/policies/${policySlug}#${id}`)}>
                <span lang="zh-CN">{clause ? [clause.number, clause.heading].filter(Boolean).join(" ") : id}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

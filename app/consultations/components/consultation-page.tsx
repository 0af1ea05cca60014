import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Contents } from "~/ui/contents";
import { LocalNav } from "~/ui/local-nav";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";
import type { PublicComment } from "../comment";
import { ConsultationClocks, type ClockFacts } from "./consultation-clocks";
import { ConsultationFacts, type FactsProps } from "./consultation-facts";
import { ConsultationNotices, type NoticeFacts } from "./consultation-notices";
import { ConsultationTexts, type TextFacts } from "./consultation-texts";
import { DraftClauses, nameOfId, type ClauseFacts } from "./draft-clauses";
import { HowToComment, type HowFacts } from "./how-to-comment";
import { OfficialText } from "~/ui/official-text";
import { PublishedComments } from "./published-comments";
import { StateBadge } from "./state-badge";

type Facts = ClockFacts & Omit<NoticeFacts, "outcomeDueOn"> & HowFacts & TextFacts & FactsProps["facts"];

export interface ConsultationPageProps {
  consultation: Facts & {
    title: string;
    titleEn: string | null;
    summary: string;
    summaryEn: string | null;
    clauses: ClauseFacts[];
    comments: PublicComment[];
    publishedCount: number;
    areCommentsDue: boolean;
    hasOutcome: boolean;
    hasChanges: boolean;
  };
  page: number;
  pageSize: number;
  search: string;
}

/** The public page of a consultation: what is asked, until when, how to answer, the draft, and what others said. */
export function ConsultationPage({ consultation, page, pageSize, search }: ConsultationPageProps) {
  const { consultations } = useStrings();
  const language = useLanguage();
  const { slug, title, titleEn, summary, summaryEn, state, clauses } = consultation;
  const dueOn = consultation.outcome?.dueOn ?? null;
  return (
    <div data-watch={`consultation:${slug}`}>
      <Page
        title={<OfficialText zh={title} en={titleEn} />}
        eyebrow={<Eyebrow state={state} />}
        lead={
          summary && (
            <p>
              <OfficialText zh={summary} en={summaryEn} />
            </p>
          )
        }
        breadcrumbs={[
          { label: consultations.list.title, href: "/consultations" },
          { label: (language === "en" && titleEn) || title },
        ]}
        aside={clauses.length > 3 && <DraftContents clauses={clauses} />}
      >
        <Tabs consultation={consultation} />
        <div id="state" data-live="">
          <ConsultationNotices facts={{ ...consultation, outcomeDueOn: dueOn }} />
          <ConsultationClocks facts={consultation} />
          <ConsultationFacts facts={consultation} />
        </div>
        <HowToComment facts={consultation} />
        <ConsultationTexts facts={consultation} />
        <Draft consultation={consultation} />
        <PublishedComments {...publishedFacts(consultation)} />
        {consultation.publishedCount > pageSize && (
          <Pagination page={page} pageSize={pageSize} total={consultation.publishedCount} search={search} />
        )}
      </Page>
    </div>
  );
}

function Eyebrow({ state }: Pick<Facts, "state">) {
  return (
    <span id="state-badge" data-live="">
      <StateBadge state={state} />
    </span>
  );
}

function Tabs({ consultation: { slug, hasOutcome, hasChanges } }: Pick<ConsultationPageProps, "consultation">) {
  const { page } = useStrings().consultations;
  if (!hasOutcome && !hasChanges) return null;
  const at = `/consultations/${slug}`;
  const items = [{ label: page.draft, href: at, isCurrent: true }];
  if (hasOutcome) items.push({ label: page.outcome, href: `${at}/outcome`, isCurrent: false });
  if (hasChanges) items.push({ label: page.changes, href: `${at}/changes`, isCurrent: false });
  return <LocalNav label={page.tabs} items={items} />;
}

function Draft({ consultation }: Pick<ConsultationPageProps, "consultation">) {
  const { page } = useStrings().consultations;
  const { slug, state, clauses, comments } = consultation;
  return (
    <Section id="draft" title={page.draftTitle} lead={clauses.length > 0 ? page.permalinkNote : page.noDraft}>
      <div id="draft-text" data-live="">
        <DraftClauses
          slug={slug}
          clauses={clauses}
          isOpen={state === "open"}
          commentsOf={(clauseId) => comments.filter(({ words }) => words?.clauseId === clauseId)}
        />
      </div>
    </Section>
  );
}

/** Those that no clause of the draft shows beside it: on the whole draft, on a clause that is gone, erased. */
function publishedFacts({
  clauses,
  comments,
  publishedCount,
  areCommentsDue,
  showComments,
  state,
}: Facts & {
  clauses: ClauseFacts[];
  comments: PublicComment[];
  publishedCount: number;
  areCommentsDue: boolean;
}) {
  const known = new Set(clauses.map(({ id }) => id));
  const loose = comments.filter(({ words }) => !words?.clauseId || !known.has(words.clauseId));
  const clauseName = (id: string) => nameOfId(clauses, id);
  return { comments: loose, publishedCount, areCommentsDue, showComments, state, clauseName };
}

function DraftContents({ clauses }: { clauses: ClauseFacts[] }) {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  const named = clauses.filter(({ level, heading, number }) => heading || (number && level !== "paragraph"));
  const items = named.map(({ id, level, number, heading, commentCount }) => ({
    href: `#${id}`,
    label: [number, heading].filter(Boolean).join(" "),
    count: commentCount > 0 ? formatCount(commentCount, language) : undefined,
    isNested:
      level !== "part" && level !== "chapter" && clauses.some((one) => one.level === "chapter" || one.level === "part"),
  }));
  return (
    <div lang={language === "en" ? "zh-CN" : undefined}>
      <Contents items={[{ href: "#how", label: page.howTitle }, ...items]} />
    </div>
  );
}

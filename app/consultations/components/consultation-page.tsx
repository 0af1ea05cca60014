import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import type { ContentsItem } from "~/ui/contents";
import { href } from "~/ui/href";
import { LocalNav } from "~/ui/local-nav";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Reading } from "~/ui/reading";
import type { PublicComment } from "../comment";
import { ConsultationCall } from "./consultation-call";
import { ConsultationClocks, type ClockFacts } from "./consultation-clocks";
import { ConsultationFacts, type FactsProps } from "./consultation-facts";
import { ConsultationNotices, type NoticeFacts } from "./consultation-notices";
import { ConsultationTexts, type TextFacts } from "./consultation-texts";
import { DraftClauses, nameOfId, type ClauseFacts } from "./draft-clauses";
import { HowToComment, type HowFacts } from "./how-to-comment";
import { OfficialText } from "~/ui/official-text";
import { OfficialTitle } from "~/ui/title-text";
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
  const { slug, title, titleEn, summary, summaryEn, state } = consultation;
  const dueOn = consultation.outcome?.dueOn ?? null;
  return (
    <div data-watch={`consultation:${slug}`}>
      <Page
        title={<OfficialTitle zh={title} en={titleEn} />}
        eyebrow={<Eyebrow state={state} />}
        lead={
          summary && (
            <p>
              <OfficialText zh={summary} en={summaryEn} />
            </p>
          )
        }
        call={<ConsultationCall facts={consultation} />}
        breadcrumbs={[
          { label: consultations.list.title, href: "/consultations" },
          { label: (language === "en" && titleEn) || title },
        ]}
      >
        <Tabs consultation={consultation} />
        <div id="state" data-live="">
          <ConsultationNotices facts={{ ...consultation, outcomeDueOn: dueOn }} />
          <ConsultationClocks facts={consultation} isEndSaid={state === "open"} />
          <ConsultationFacts facts={consultation} thread={threadOf(consultation)} />
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
  const { slug, title, state, clauses, comments, hasChanges } = consultation;
  const isOpen = state === "open";
  const byClause = commentsByClause(comments);
  return (
    <Reading
      id="draft"
      title={page.draftTitle}
      lead={clauses.length > 0 ? page.permalinkNote : page.noDraft}
      name={title}
      contents={useContents(clauses)}
      respondAt={isOpen ? `/consultations/${slug}/comments/new` : undefined}
    >
      <DraftClauses
        slug={slug}
        clauses={clauses}
        isOpen={isOpen}
        isAnswered={consultation.hasOutcome}
        hasChanges={hasChanges}
        changedAt={changedAtOf(consultation)}
        commentsOf={(clauseId) => byClause.get(clauseId) ?? []}
      />
    </Reading>
  );
}

/** Where the words that an adopted comment changed can be read: in the changes once they are public, else here. */
function changedAtOf({ slug, hasChanges }: { slug: string; hasChanges: boolean }): (clauseId: string) => string {
  const page = hasChanges ? href(`/consultations/${slug}/changes`) : "";
  return (clauseId) => `${page}#${encodeURIComponent(clauseId)}`;
}

function threadOf({ slug, hasOutcome, hasChanges, receivedCount, clauses }: ConsultationPageProps["consultation"]) {
  if (!hasOutcome) return null;
  const changes = hasChanges ? clauses.filter(({ isChanged }) => isChanged).length : null;
  return { slug, comments: receivedCount, changes };
}

function commentsByClause(comments: PublicComment[]): Map<string, PublicComment[]> {
  const found = new Map<string, PublicComment[]>();
  for (const comment of comments) {
    const id = comment.words?.clauseId;
    if (id) found.set(id, [...(found.get(id) ?? []), comment]);
  }
  return found;
}

/** Those that no clause of the draft shows beside it: on the whole draft, on a clause that is gone, erased. */
function publishedFacts({
  clauses,
  comments,
  publishedCount,
  areCommentsDue,
  showComments,
  state,
  slug,
  hasChanges,
}: Facts & {
  hasChanges: boolean;
  clauses: ClauseFacts[];
  comments: PublicComment[];
  publishedCount: number;
  areCommentsDue: boolean;
}) {
  const known = new Set(clauses.map(({ id }) => id));
  const loose = comments.filter(({ words }) => !words?.clauseId || !known.has(words.clauseId));
  const clauseName = (id: string) => nameOfId(clauses, id);
  return {
    comments: loose,
    publishedCount,
    areCommentsDue,
    showComments,
    state,
    clauseName,
    place: changedAtOf({ slug, hasChanges }),
  };
}

function useContents(clauses: ClauseFacts[]): ContentsItem[] {
  const language = useLanguage();
  const named = clauses.filter(({ level, heading, number }) => heading || (number && level !== "paragraph"));
  const hasDivisions = clauses.some(({ level }) => level === "chapter" || level === "part");
  return named.map(({ id, level, number, heading, commentCount }) => ({
    href: `#${id}`,
    label: [number, heading].filter(Boolean).join(" "),
    count: commentCount > 0 ? formatCount(commentCount, language) : undefined,
    isNested: hasDivisions && level !== "part" && level !== "chapter",
  }));
}

import type { ReactNode } from "react";
import { formatDate, formatFileSize } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FromPaper } from "~/reviews/components/from-paper";
import { ButtonLink } from "~/ui/button";
import type { ContentsItem } from "~/ui/contents";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Reading } from "~/ui/reading";
import { Section } from "~/ui/section";
import type { MaterialKind } from "../material";
import { MaterialLinks } from "./material-list";
import { PolicyClauses, type PolicyClauseFacts } from "./policy-clauses";
import { PolicyFacts, type PolicyFactsProps } from "./policy-facts";
import { PolicyNotices, type PolicyNoticesProps } from "./policy-notices";
import { StandingBadges } from "./validity-badge";
import { MixedText } from "~/ui/mixed-text";
import { OfficialTitle } from "~/ui/title-text";
import { WholeText } from "~/ui/whole-text";

type Facts = PolicyFactsProps["facts"] & PolicyNoticesProps["facts"];

export interface PolicyPageProps {
  policy: Facts & {
    slug: string;
    title: string;
    titleEn: string | null;
    summary: string;
    summaryEn: string | null;
    clauses: PolicyClauseFacts[];
    materials: { slug: string; kind: MaterialKind; title: string; titleEn: string | null; summary: string }[];
    promised: { kind: string; dueOn: string; isLate: boolean }[];
    changes: { kind: string; reason: string; effectiveOn: string; signedOn: string; paper: string | null }[];
    attachments: { id: string; name: string; size: number }[];
    answered: { number: number; clauseId: string | null; question: string; answer: string; answeredOn: string }[];
  };
}

/** A policy document: whether it holds, what it means in plain words, the text with its interpretation beside. */
export function PolicyPage({ policy, notice, thread }: PolicyPageProps & { notice?: ReactNode; thread?: ReactNode }) {
  const language = useLanguage();
  const { policies } = useStrings();
  const { list, page } = policies;
  const { title, titleEn, summary, summaryEn, clauses } = policy;
  return (
    <Page
      title={<OfficialTitle zh={title} en={titleEn} />}
      eyebrow={<StandingBadges {...policy} />}
      lead={
        summary && (
          <p>
            <OfficialText zh={summary} en={summaryEn} />
          </p>
        )
      }
      breadcrumbs={[{ label: list.title, href: "/policies" }, { label: (language === "en" && titleEn) || title }]}
    >
      <PolicyNotices facts={policy} />
      {notice}
      <Understand policy={policy} />
      <Section id="facts" title={page.facts}>
        <PolicyFacts facts={policy} thread={thread} />
      </Section>
      <Changes changes={policy.changes} />
      <Reading
        id="text"
        title={page.textTitle}
        lead={clauses.length > 0 ? page.textLead : page.noText}
        name={title}
        contents={contentsOf(clauses)}
      >
        <PolicyClauses clauses={clauses} />
      </Reading>
      <Attachments attachments={policy.attachments} />
      <Answered policy={policy} />
      {!policy.isImported && <Ask slug={policy.slug} isExplained={policy.materials.length > 0} />}
    </Page>
  );
}

function Understand({ policy: { materials, promised, isImported } }: PolicyPageProps) {
  const language = useLanguage();
  const { policies, policyTerms } = useStrings();
  const { page } = policies;
  if (isImported && materials.length === 0) return null;
  return (
    <Section id="understand" title={page.understandTitle} lead={materials.length > 0 ? page.understandLead : undefined}>
      {materials.length > 0 ? (
        <MaterialLinks materials={materials} />
      ) : (
        <EmptyState title={page.notInterpreted}>
          <p>{page.notInterpretedWhy}</p>
        </EmptyState>
      )}
      {promised.length > 0 && (
        <Notice kind={promised.some(({ isLate }) => isLate) ? "warn" : "info"} title={page.promisedTitle}>
          <ul>
            {promised.map(({ kind, dueOn, isLate }) => {
              const name = policyTerms.materialKinds[kind as MaterialKind];
              const day = formatDate(dueOn, language);
              return (
                <li key={`${kind} ${dueOn}`}>
                  <WholeText text={isLate ? page.promisedLate(name, day) : page.promised(name, day)} />
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </Section>
  );
}

function Changes({ changes }: { changes: PolicyPageProps["policy"]["changes"] }) {
  const language = useLanguage();
  const { page } = useStrings().policies;
  if (changes.length === 0) return null;
  return (
    <Section id="changes" title={page.changesTitle}>
      <ul>
        {changes.map(({ kind, reason, effectiveOn, signedOn, paper }) => (
          <li key={`${kind} ${signedOn} ${effectiveOn}`}>
            <WholeText
              text={page.changeLine(
                page.changes[kind as keyof typeof page.changes],
                formatDate(signedOn, language),
                formatDate(effectiveOn, language),
              )}
            />
            {paper && (
              <p>
                <FromPaper number={paper} signedOn={signedOn} />
              </p>
            )}
            <p>
              <OfficialText zh={reason} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Attachments({ attachments }: { attachments: PolicyPageProps["policy"]["attachments"] }) {
  const { page } = useStrings().policies;
  if (attachments.length === 0) return null;
  return (
    <Section id="attachments" title={page.attachments}>
      <ul>
        {attachments.map(({ id, name, size }) => (
          <li key={id}>
            <a href={href(`/attachments/${id}`)}>
              <bdi>{name}</bdi>
            </a>{" "}
            <span className="hint">{formatFileSize(size)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Answered({ policy: { answered, clauses } }: PolicyPageProps) {
  const { page } = useStrings().policies;
  if (answered.length === 0) return null;
  return (
    <Section id="answered" title={page.answeredTitle}>
      <AnsweredQuestions answered={answered} clauses={clauses} />
    </Section>
  );
}

/** What readers asked, in the office's words, with the answers. */
export function AnsweredQuestions({
  answered,
  clauses,
}: {
  answered: PolicyPageProps["policy"]["answered"];
  clauses: { id: string; number: string; heading: string }[];
}) {
  const language = useLanguage();
  const { page } = useStrings().policies;
  return (
    <dl className="questions" lang="zh-CN">
      {answered.map(({ number, clauseId, question, answer, answeredOn }) => {
        const clause = clauses.find(({ id }) => id === clauseId);
        return (
          <div key={number} id={`question-${number}`}>
            <dt>{question}</dt>
            <dd>
              <Paragraphs text={answer} />
              <p className="hint" lang={language}>
                {clause && (
                  <a href={`#${clause.id}`}>
                    <MixedText text={page.onClause(clause.number || clause.heading)} />
                  </a>
                )}{" "}
                {page.answeredOn(formatDate(answeredOn, language))}
              </p>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Ask({ slug, isExplained }: { slug: string; isExplained: boolean }) {
  const { page } = useStrings().policies;
  return (
    <Section id="ask" title={page.askTitle} lead={page.askText}>
      <p>
        <ButtonLink href={`/policies/${slug}/questions`}>{isExplained ? page.askLink : page.askForIt}</ButtonLink>
      </p>
    </Section>
  );
}

function contentsOf(clauses: PolicyClauseFacts[]): ContentsItem[] {
  const hasDivisions = clauses.some(({ level }) => level === "chapter" || level === "part");
  const named = clauses.filter(({ level, heading, number }) => heading || (number && level !== "paragraph"));
  return named.map(({ id, level, number, heading }) => ({
    href: `#${id}`,
    label: [number, heading].filter(Boolean).join(" "),
    isNested: hasDivisions && level !== "part" && level !== "chapter",
  }));
}

import type { ReactNode } from "react";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { ErrorSummary } from "~/ui/error-summary";
import { History } from "~/ui/history";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { DeskCommentPage } from "../processing-facts";
import { fieldId, type RefusedForm } from "./act-forms";
import { CommentActs } from "./comment-acts";
import {
  CommentFacts,
  CommentWords,
  GivenAnswer,
  ObjectionFacts,
  PublishedWords,
  QuotedClause,
  SimilarComments,
} from "./comment-facts";
import { CommentThread } from "./comment-thread";
import { StateBadge } from "./state-badge";

const { comment: texts, list } = deskComments;

interface CommentDeskProps {
  page: DeskCommentPage;
  refused: RefusedForm | undefined;
}

/** Everything about one comment, the clause it is about beside it, and what this person may do. */
export function CommentDesk({ page, refused }: CommentDeskProps) {
  const { comment, consultation, state, next } = page;
  const comments = `/desk/consultations/${consultation.slug}/comments`;
  const trail = [
    { label: deskConsultations.home.title, href: "/desk" },
    { label: consultation.title, href: `/desk/consultations/${consultation.slug}` },
    { label: list.title, href: comments },
  ];
  return (
    <Page
      title={texts.title(comment.number)}
      eyebrow={<StateBadge state={state} />}
      lead={<p>{consultation.title}</p>}
      breadcrumbs={[...trail, { label: list.number(comment.number) }]}
      width="wide"
      aside={<Beside page={page} />}
      asideLabel={texts.clause}
    >
      <Summary refused={refused} />
      <p>
        <a href={href(comments)}>{texts.back}</a>
        {next !== null && (
          <>
            {" · "}
            <a href={href(`/desk/comments/${next}`)}>{texts.next(next)}</a>
          </>
        )}
      </p>
      <DeskThread page={page} />
      <Section title={texts.words} id="words">
        <CommentWords page={page} />
      </Section>
      <Part title={texts.published} isShown={comment.display === "shown"}>
        <PublishedWords page={page} />
      </Part>
      <Part title={texts.answer} isShown={comment.outcome !== null}>
        <GivenAnswer page={page} />
      </Part>
      <Part title={texts.objection} isShown={page.objection !== null}>
        <ObjectionFacts page={page} />
      </Part>
      <Section title={texts.acts} id="acts">
        <CommentActs page={page} refused={refused} />
      </Section>
      <Section title={texts.facts} id="facts">
        <CommentFacts page={page} />
      </Section>
      <Section title={texts.history} id="history">
        <CommentHistory page={page} />
      </Section>
    </Page>
  );
}

function DeskThread({ page: { comment, clause, consultation } }: { page: DeskCommentPage }) {
  const { number, outcome, outcomeClause, outcomeClauseId } = comment;
  const draft = (id: string) => href(`/consultations/${consultation.slug}#${encodeURIComponent(id)}`);
  return (
    <CommentThread
      number={number}
      clause={clause && { name: clause.name, href: draft(clause.id) }}
      outcome={outcome}
      change={outcomeClauseId ? { name: outcomeClause ?? outcomeClauseId, href: draft(outcomeClauseId) } : null}
    />
  );
}

function Beside({ page }: { page: DeskCommentPage }) {
  return (
    <>
      <Section title={texts.clause} id="clause">
        <QuotedClause page={page} />
      </Section>
      <Part title={texts.similar} isShown={page.similar !== null}>
        <SimilarComments page={page} />
      </Part>
    </>
  );
}

function Part({ title, isShown, children }: { title: string; isShown: boolean; children: ReactNode }) {
  return isShown ? <Section title={title}>{children}</Section> : null;
}

function CommentHistory({ page: { history } }: { page: DeskCommentPage }) {
  const entries = history.toReversed().map(({ seq, at, kind, happenedOn, by }) => ({
    ...{ id: seq, at },
    happenedOn: happenedOn ?? undefined,
    title: deskComments.events[kind.replace(/^comment\./, "")] ?? kind,
    by: by ? deskConsultations.bench.by(by) : undefined,
  }));
  return <History label={texts.history} entries={entries} />;
}

const LABELS = {
  ...{ outcome: deskComments.decide.outcome, clause: deskComments.decide.clause, reason: deskComments.decide.reason },
  ...{ gist: deskComments.decide.gist, ground: deskComments.withhold.ground, theme: deskComments.summarise.theme },
  ...{ body: deskComments.publish.body, suggestion: deskComments.publish.suggestion, name: deskComments.publish.name },
  upheld: deskComments.decideObjection.upheld,
};

function Summary({ refused }: Pick<CommentDeskProps, "refused">) {
  if (!refused) return null;
  const reasons = refused.reasons.map(({ field, ...reason }) =>
    field && Object.hasOwn(LABELS, field) ? { ...reason, field: fieldId(refused.act, field) } : reason,
  );
  const labels = Object.entries(LABELS).map(([name, label]) => [fieldId(refused.act, name), label]);
  return <ErrorSummary reasons={reasons} labels={Object.fromEntries(labels) as Record<string, string>} />;
}

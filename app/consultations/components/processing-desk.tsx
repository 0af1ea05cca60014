import { formatCount } from "~/i18n/format";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { ActButton, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";
import type { ProcessingPage } from "../processing-facts";
import { isFiltered } from "../processing-filter";
import { fieldId } from "./act-forms";
import { Blocked } from "./blocked";
import { BULK_FIELDS, BulkActs, FailedOnes, type RefusedChoice } from "./bulk-acts";
import { CommentEntries } from "./comment-entries";
import { CommentCounters, CommentFilters } from "./comment-filters";
import { DecideFields } from "./decide-fields";
import { DeskNav } from "./desk-nav";
import { StateBadge } from "./state-badge";

const { list: texts, decide, bulk } = deskComments;

interface ProcessingDeskProps {
  desk: ProcessingPage;
  /** How many comments the last form decided. */
  decided: number | null;
  /** How many the last form of another act was done for. */
  done: number | null;
  refused: RefusedChoice | undefined;
}

/** All comments of a consultation, and one form that answers those chosen among them. */
export function ProcessingDesk({ desk, decided, done, refused }: ProcessingDeskProps) {
  const { slug, title, state, total, page, pageSize, search, filter } = desk;
  const trail = [
    { label: deskConsultations.home.title, href: "/desk" },
    { label: deskConsultations.list.title, href: "/desk/consultations" },
    { label: title, href: `/desk/consultations/${slug}` },
  ];
  return (
    <Page
      title={texts.title}
      eyebrow={<StateBadge state={state} />}
      lead={<p>{title}</p>}
      breadcrumbs={[...trail, { label: texts.title }]}
      width="wide"
    >
      <Summary refused={refused} />
      {decided !== null && !refused && <Notice kind="settled" isLive title={texts.decided(count(decided))} />}
      {done !== null && !refused && <Notice kind="settled" isLive title={bulk.done(count(done))} />}
      {refused?.failed && <FailedOnes done={refused.done ?? 0} failed={refused.failed} />}
      <DeskNav slug={slug} state={state} current="comments" />
      <Links desk={desk} />
      <CommentCounters page={desk} />
      {desk.counters.withoutGist > 0 && desk.decide && (
        <Notice title={texts.option(texts.withoutGist, count(desk.counters.withoutGist))}>{texts.gistAdvice}</Notice>
      )}
      <CommentFilters page={desk} />
      {!desk.isCompared && <p className="hint">{texts.comparing}</p>}
      {!desk.isUnmasked && <p className="hint">{texts.masked}</p>}
      {filter.cluster && (
        <p>
          {texts.ofCluster} <a href={href(`/desk/consultations/${slug}/comments`)}>{texts.backToAll}</a>
        </p>
      )}
      <p className="list-total">{texts.total(count(total.comments), count(total.entries))}</p>
      {total.entries === 0 ? <Empty isFiltered={isFiltered(filter)} /> : <Chosen desk={desk} refused={refused} />}
      {total.entries > pageSize && <Pagination page={page} pageSize={pageSize} total={total.entries} search={search} />}
    </Page>
  );
}

function Links({ desk: { slug, mayEnter } }: { desk: ProcessingPage }) {
  return (
    <p className="actions">
      {mayEnter && <ButtonLink href={`/desk/consultations/${slug}/enter`}>{texts.enter}</ButtonLink>}
      <ButtonLink href={`/desk/consultations/${slug}/inquiries`} kind="quiet">
        {texts.inquiries}
      </ButtonLink>
    </p>
  );
}

function Chosen({ desk, refused }: Pick<ProcessingDeskProps, "desk" | "refused">) {
  const { slug, entries, clauses, search } = desk;
  const mayDecide = desk.decide !== null && desk.decide.length === 0;
  const isChoosing = mayDecide || desk.bulk.length > 0;
  const list = <CommentEntries slug={slug} entries={entries} isChoosing={isChoosing} chosen={refused?.chosen ?? []} />;
  const blocked = desk.decide && !mayDecide && <Blocked title={decide.cannot} reasons={desk.decide} />;
  if (!isChoosing) {
    return (
      <>
        {blocked}
        {list}
      </>
    );
  }
  return (
    <form method="post" action={`${href(`/desk/consultations/${slug}/comments`)}${search}`} noValidate>
      {blocked}
      {list}
      {mayDecide && (
        <Section title={decide.titleMany} lead={decide.lead} id="decide">
          <DecideFields clauses={clauses} refused={refused?.act === "decide" ? refused : undefined} />
          <ActButton act="decide" kind="primary">
            {decide.save}
          </ActButton>
        </Section>
      )}
      {desk.bulk.length > 0 && <BulkActs acts={desk.bulk} refused={refused} />}
    </form>
  );
}

function Empty({ isFiltered: isNarrowed }: { isFiltered: boolean }) {
  return isNarrowed ? <EmptyState title={texts.empty}>{texts.emptyWhy}</EmptyState> : <EmptyState title={texts.none} />;
}

const SUMMARISED = ["outcome", "clause", "reason", "gist"];

function Summary({ refused }: Pick<ProcessingDeskProps, "refused">) {
  const own = refused && refused.act !== "decide" ? BULK_FIELDS[refused.act] : undefined;
  const reasons = (refused?.reasons ?? []).map(({ field, ...reason }) => {
    if (!field) return reason;
    if (own && field in own) return { ...reason, field: fieldId(refused!.act, field) };
    return { ...reason, field: SUMMARISED.includes(field) ? fieldId("decide", field) : "comments" };
  });
  const labels = Object.fromEntries([
    ...(["outcome", "clause", "reason", "gist"] as const).map((name) => [fieldId("decide", name), decide[name]]),
    ...Object.entries(own ?? {}).map(([name, label]) => [fieldId(refused!.act, name), label]),
  ]);
  return <ErrorSummary reasons={reasons} labels={{ ...labels, comments: decide.comments }} />;
}

function count(value: number): string {
  return formatCount(value, "zh-CN");
}

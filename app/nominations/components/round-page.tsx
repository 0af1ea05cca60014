import { formatDate, formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FromPaper } from "~/reviews/components/from-paper";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OfficialText } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
import type { ListedRound, ShownCase } from "../case-facts";
import { CaseEntry } from "./case-entry";
import { PublicRoundBadge } from "./round-badge";

interface RoundPageProps {
  round: ListedRound;
  cases: ShownCase[];
  nextOpensOn: string;
  approvalPaper: { number: string; signedOn: string } | null;
}

/** One round: when it collects, and, once the list is published, the selected cases with their reasons. */
export function RoundPage({ round, cases, nextOpensOn, approvalPaper }: RoundPageProps) {
  const language = useLanguage();
  const { name, list, page } = useStrings().nominations;
  const { key, year, half, state, from, to } = round;
  const isPublished = round.publishedOn !== null;
  return (
    <Page
      title={page.title(name(year, half))}
      eyebrow={<PublicRoundBadge state={state} />}
      lead={
        <p>
          <WholeText text={page.scope(formatDate(from, language), formatDate(to, language))} />
        </p>
      }
      breadcrumbs={[{ label: list.title, href: "/cases" }, { label: name(year, half) }]}
    >
      <Section title={page.facts} id="facts">
        <Facts round={round} approvalPaper={approvalPaper} />
      </Section>
      {isPublished ? (
        <Section title={page.selected} id="cases">
          {cases.length === 0 ? (
            <p>{page.none}</p>
          ) : (
            cases.map((shown) => <CaseEntry key={shown.number} round={key} shown={shown} />)
          )}
          <p>
            <a href={href(`/cases/${key}/booklet.docx`)}>{page.booklet}</a>
          </p>
        </Section>
      ) : (
        <Notice kind="info" title={page.waiting}>
          <p>
            <WholeText text={list.next(formatDay(nextOpensOn, language))} />
          </p>
        </Notice>
      )}
    </Page>
  );
}

function Facts({ round, approvalPaper }: Pick<RoundPageProps, "round" | "approvalPaper">) {
  const language = useLanguage();
  const { nominations, site } = useStrings();
  const { page } = nominations;
  const { opensOn, lastDay, lastDayReason, publishedOn } = round;
  const last = (
    <>
      {formatDay(lastDay, language)}
      {lastDayReason && (
        <p>
          {page.lastChanged}
          <OfficialText zh={lastDayReason} />
        </p>
      )}
      <p className="hint">{page.lastRule}</p>
    </>
  );
  return (
    <DefinitionList
      items={[
        { term: page.opens, description: formatDay(opensOn, language) },
        { term: page.last, description: last },
        ...(publishedOn ? [{ term: page.published, description: formatDay(publishedOn, language) }] : []),
        ...(approvalPaper ? [{ term: site.paper.term, description: <FromPaper {...approvalPaper} /> }] : []),
      ]}
    />
  );
}

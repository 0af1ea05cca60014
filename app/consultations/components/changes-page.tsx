import { formatCount, formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { PairChart } from "~/ui/charts/pair-chart";
import { Contents } from "~/ui/contents";
import { DiffLegend } from "~/ui/diff-text";
import { Notice } from "~/ui/notice";
import { OnlyChinese } from "~/ui/only-chinese";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { ShownState } from "../consultation";
import { ChangesClause, ChangesFold, clauseNameOf, isFolded, type ClauseChangeFacts } from "./changes-clause";
import { Paragraphs } from "~/ui/official-text";
import { MatterLine, type MatterLineProps } from "./matter-line";
import { OutcomeTabs } from "./outcome-tabs";
import { StateBadge } from "./state-badge";
import { MixedText } from "~/ui/mixed-text";

export interface ChangesPageProps {
  changes: {
    slug: string;
    title: string;
    titleEn: string | null;
    state: ShownState;
    isFinal: boolean;
    decidedOn: string | null;
    documentNumber: string | null;
    changeNote: string | null;
    clauses: ClauseChangeFacts[];
  };
  matter: MatterLineProps | null;
}

/** From the draft to the text that came of it, clause by clause, each change with the comments behind it. */
export function ChangesPage({ changes, matter }: ChangesPageProps) {
  const language = useLanguage();
  const { consultations, outcome } = useStrings();
  const { changes: texts } = outcome;
  const { slug, title, titleEn, clauses } = changes;
  const name = (language === "en" && titleEn) || title;
  const changed = clauses.filter(({ kind }) => kind !== "unchanged");
  return (
    <div data-watch={`consultation:${slug}`}>
      <Page
        title={texts.title(name)}
        eyebrow={<StateBadge state={changes.state} />}
        lead={<p>{leadOf()}</p>}
        breadcrumbs={[
          { label: consultations.list.title, href: "/consultations" },
          { label: name, href: `/consultations/${slug}` },
          { label: texts.crumb },
        ]}
        aside={changed.length > 3 && <Index clauses={changed} />}
      >
        <OutcomeTabs slug={slug} hasChanges current="changes" />
        {matter && <MatterLine {...matter} />}
        <Status changes={changes} />
        <Lengths clauses={changed} />
        {changed.length > 0 && <DiffLegend />}
        <div id="changes" data-live="">
          {runsOf(clauses).map((run) =>
            isFolded(run[0]!) ? (
              <ChangesFold key={run[0]!.id} clauses={run} />
            ) : (
              <ChangesClause key={run[0]!.id} change={run[0]!} slug={slug} />
            ),
          )}
        </div>
      </Page>
    </div>
  );

  function leadOf(): string {
    if (changed.length === 0) return changes.isFinal ? texts.same : texts.sameRevised;
    const comments = new Set(clauses.flatMap((clause) => clause.comments.map(({ number }) => number))).size;
    const counts = [formatCount(changed.length, language), formatCount(comments, language)] as const;
    return changes.isFinal ? texts.leadFinal(...counts) : texts.leadRevised(...counts);
  }
}

function Status({ changes: { isFinal, decidedOn, documentNumber, changeNote } }: Pick<ChangesPageProps, "changes">) {
  const language = useLanguage();
  const { changes: texts } = useStrings().outcome;
  return (
    <>
      {isFinal && decidedOn && (
        <Notice
          kind="settled"
          title={<MixedText text={texts.decided(formatDay(decidedOn, language), documentNumber ?? "")} />}
        />
      )}
      {!isFinal && <Notice title={texts.revisedNote} />}
      {changeNote && (
        <Section id="note" level={3} title={texts.note}>
          <OnlyChinese>
            <Paragraphs text={changeNote} />
          </OnlyChinese>
        </Section>
      )}
    </>
  );
}

/** How many characters each changed clause had and has: where the text moved most. */
function Lengths({ clauses }: { clauses: ClauseChangeFacts[] }) {
  const { changes: texts } = useStrings().outcome;
  const rows = clauses.map((change) => ({
    key: change.id,
    label: clauseNameOf(change) || texts.plainClause,
    before: lengthOf(change.before),
    after: lengthOf(change.after),
    href: `#${encodeURIComponent(change.id)}`,
  }));
  const moved = rows.filter(({ before, after }) => before !== after);
  if (moved.length < 2) return null;
  return (
    <Section id="lengths" title={texts.lengths}>
      <PairChart id="lengths-chart" title={texts.lengths} of={texts.clause} rows={moved} />
    </Section>
  );
}

/** In characters as people count them: one beyond the basic plane is one. */
function lengthOf(side: { text: string } | undefined): number {
  return [...(side?.text ?? "").replace(/\s/g, "")].length;
}

function Index({ clauses }: { clauses: ClauseChangeFacts[] }) {
  const { changes: texts } = useStrings().outcome;
  return (
    <Contents
      items={clauses.map((change) => ({
        href: `#${encodeURIComponent(change.id)}`,
        label: `${clauseNameOf(change) || texts.plainClause} · ${texts.kinds[change.kind]}`,
      }))}
    />
  );
}

/** Neighbours that stayed as they were fold into one; every other clause stands alone. */
function runsOf(clauses: ClauseChangeFacts[]): ClauseChangeFacts[][] {
  const runs: ClauseChangeFacts[][] = [];
  for (const clause of clauses) {
    const last = runs.at(-1);
    if (last && isFolded(last[0]!) && isFolded(clause)) last.push(clause);
    else runs.push([clause]);
  }
  return runs;
}

import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";
import { MatterLine, type MatterLineProps } from "./matter-line";
import { OutcomeInquiries, type InquiryFacts } from "./outcome-inquiries";
import { OutcomeNumbers, type NumberFacts } from "./outcome-numbers";
import { OutcomeProcess, type ProcessFacts } from "./outcome-process";
import { OutcomeRows, type RowFacts } from "./outcome-rows";
import { OutcomeTabs } from "./outcome-tabs";
import { StateBadge } from "./state-badge";

export interface OutcomePageProps {
  outcome: ProcessFacts &
    NumberFacts & {
      slug: string;
      title: string;
      titleEn: string | null;
      hasChanges: boolean;
      inquiries: InquiryFacts;
      rows: RowFacts[];
    };
  matter: MatterLineProps | null;
  page: number;
  pageSize: number;
  search: string;
}

/** What became of every comment: how it went, the figures, the table, and the files. */
export function OutcomePage({ outcome, matter, page, pageSize, search }: OutcomePageProps) {
  const language = useLanguage();
  const { consultations, outcome: texts } = useStrings();
  const { slug, title, titleEn, tally, state } = outcome;
  const name = (language === "en" && titleEn) || title;
  return (
    <div data-watch={`consultation:${slug}`}>
      <Page
        width="wide"
        title={texts.title(name)}
        eyebrow={<StateBadge state={state} />}
        lead={<Lead received={tally.received} />}
        breadcrumbs={[
          { label: consultations.list.title, href: "/consultations" },
          { label: name, href: `/consultations/${slug}` },
          { label: texts.crumb },
        ]}
      >
        <OutcomeTabs slug={slug} hasChanges={outcome.hasChanges} current="outcome" />
        {matter && <MatterLine {...matter} />}
        <div id="outcome" data-live="">
          <OutcomeProcess facts={outcome} />
          <OutcomeNumbers facts={outcome} />
          <Rows outcome={outcome} />
          <Pagination page={page} pageSize={pageSize} total={tally.received} search={search} />
          <OutcomeInquiries inquiries={outcome.inquiries} place={placeOf(outcome)} draftAt={draftAtOf(outcome)} />
        </div>
        <Files slug={slug} />
      </Page>
    </div>
  );
}

function Lead({ received }: { received: number }) {
  const language = useLanguage();
  const { outcome: texts } = useStrings();
  if (received === 0) return <p>{texts.leadNone}</p>;
  return (
    <p>
      {texts.lead(formatCount(received, language))} <a href="#rows">{texts.toRows}</a>
    </p>
  );
}

function Rows({ outcome }: Pick<OutcomePageProps, "outcome">) {
  const { rows: texts } = useStrings().outcome;
  const { rows, tally, state } = outcome;
  return (
    <Section id="rows" title={texts.title}>
      {tally.received === 0 ? (
        <EmptyState title={texts.zeroTitle}>
          <p>{state === "withdrawn" ? texts.zeroWithdrawn : texts.zero}</p>
        </EmptyState>
      ) : (
        <OutcomeRows caption={texts.caption} rows={rows} place={placeOf(outcome)} draftAt={draftAtOf(outcome)} />
      )}
    </Section>
  );
}

/** Where an adopted comment's clause can be read: in the changes once they are public, else in the draft. */
function placeOf({ slug, hasChanges }: OutcomePageProps["outcome"]): (clauseId: string) => string {
  const page = hasChanges ? `/consultations/${slug}/changes` : `/consultations/${slug}`;
  return (clauseId) => href(`${page}#${encodeURIComponent(clauseId)}`);
}

function draftAtOf({ slug }: OutcomePageProps["outcome"]): (clauseId: string) => string {
  return (clauseId) => href(`/consultations/${slug}#${encodeURIComponent(clauseId)}`);
}

const FORMATS = ["xlsx", "docx", "csv", "json"] as const;

function Files({ slug }: { slug: string }) {
  const { files } = useStrings().outcome;
  return (
    <Section id="files" title={files.title} lead={files.note}>
      <ul>
        {FORMATS.map((format) => (
          <li key={format}>
            <a href={href(`/consultations/${slug}/outcome.${format}`)} download>
              {files.formats[format]}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ButtonLink } from "~/ui/button";
import { Call, CallActs } from "~/ui/call";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { OfficialTitle } from "~/ui/title-text";
import type { PublicInterview } from "../interview-facts";
import { Exchange } from "./exchange";
import { InterviewBadge } from "./interview-badge";
import { Lines, Written } from "./written";

/** One interview: who answers what and when, how to ask, and the exchange as it goes on. */
export function InterviewPage({ interview }: { interview: PublicInterview }) {
  const language = useLanguage();
  const { list } = useStrings().interviews;
  const { slug, title, titleEn, state, takesQuestions } = interview;
  const isOver = state === "closed" || state === "ended";
  return (
    <div data-watch={`interview:${slug}`}>
      <Page
        title={<OfficialTitle zh={title} en={titleEn} />}
        eyebrow={
          <span id="interview-state" data-live="">
            <InterviewBadge state={state} />
          </span>
        }
        call={<Call id="interview-ask">{takesQuestions && <Ask slug={slug} />}</Call>}
        breadcrumbs={[{ label: list.title, href: "/interviews" }, { label: (language === "en" && titleEn) || title }]}
      >
        <div id="interview-notice" data-live="">
          <StateNotice interview={interview} />
        </div>
        <Facts interview={interview} />
        <div id="exchange" data-live="">
          {state !== "cancelled" && <Questions interview={interview} />}
          {isOver && <Totals interview={interview} />}
        </div>
      </Page>
    </div>
  );
}

function StateNotice({ interview: { state, cancelledReason } }: { interview: PublicInterview }) {
  const { page } = useStrings().interviews;
  if (state === "live") return <Notice kind="info" title={page.live} />;
  if (state === "ended") return <Notice kind="info" title={page.ended} />;
  if (state === "closed") return <Notice kind="settled" title={page.closed} />;
  if (state !== "cancelled") return null;
  return (
    <Notice kind="warn" title={page.cancelled}>
      {cancelledReason && <p lang="zh-CN">{cancelledReason}</p>}
    </Notice>
  );
}

function Facts({ interview }: { interview: PublicInterview }) {
  const language = useLanguage();
  const { page } = useStrings().interviews;
  const { guest, guestEn, beginsAt, unit, summary, summaryEn } = interview;
  const isEnglish = language === "en" && summaryEn !== null;
  return (
    <Section title={page.about} id="about">
      <DefinitionList
        items={[
          { term: page.guest, description: <Written zh={guest} en={guestEn} /> },
          { term: page.begins, description: <DateText instant={beginsAt} /> },
          { term: page.unit, description: <Written zh={unit.name} en={unit.nameEn} /> },
        ]}
      />
      <div lang={language === "en" && !isEnglish ? "zh-CN" : undefined}>
        <Lines text={isEnglish ? (summaryEn ?? "") : summary} />
      </div>
    </Section>
  );
}

function Ask({ slug }: { slug: string }) {
  const { page } = useStrings().interviews;
  return (
    <>
      <CallActs>
        <ButtonLink href={`/interviews/${slug}/questions/new`} kind="primary">
          {page.ask}
        </ButtonLink>
      </CallActs>
      <p className="hint">{page.askHint}</p>
    </>
  );
}

function Questions({ interview: { state, questions } }: { interview: PublicInterview }) {
  const { page } = useStrings().interviews;
  const isOver = state === "closed" || state === "ended";
  return (
    <Section title={isOver ? page.record : page.exchange} id="questions">
      {questions.length > 0 ? <Exchange questions={questions} /> : <p>{isOver ? page.noneEver : page.none}</p>}
    </Section>
  );
}

/** Nothing that was sent goes unmentioned: what was not answered is counted by ground. */
function Totals({ interview: { questions, received, declined } }: { interview: PublicInterview }) {
  const language = useLanguage();
  const { page, grounds } = useStrings().interviews;
  const count = (value: number) => formatCount(value, language);
  const answered = questions.filter(({ answers }) => answers.length > 0).length;
  return (
    <Section title={page.totals} id="totals">
      <p>{page.totalsText(count(received), count(answered))}</p>
      {declined.length > 0 && (
        <>
          <p>{page.declinedLead}</p>
          <ul>
            {declined.map(({ ground, count: number }) => (
              <li key={ground}>{page.declinedText(count(number), grounds[ground])}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

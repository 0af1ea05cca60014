import { formatDay, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OnlyChinese } from "~/ui/only-chinese";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { UnitLink } from "~/ui/unit-link";
import type { End } from "../holder";
import type { MessageKind, MessageState } from "../message";
import type { PublicWords } from "../public-view";
import type { Result } from "../rating";
import type { PathLine, ShownHolder, UnitName } from "../shown";
import { MessageBadge } from "./message-badge";
import { MessagePath } from "./message-path";
import { Holder } from "./message-receipt";
import { Paragraphs } from "./said";

interface Props {
  number: string;
  kind: MessageKind;
  state: MessageState;
  holder: ShownHolder;
  end: End | null;
  unit: UnitName | null;
  receivedAt: Date;
  firstRepliedAt: Date | null;
  answeredIn: number | null;
  promise: { on: string; keptAt: Date | null } | null;
  words: PublicWords | null;
  corrections: { note: string; at: Date }[];
  rating: { isSatisfied: boolean; result: Result } | null;
  path: PathLine[];
  mergedInto: string | null;
}

/** One message as everyone may see it: its path and times always, its words when they were released. */
export function PublicMessage(message: Props) {
  const { messages } = useStrings();
  const { list, page } = messages;
  const { number, state, words, path } = message;
  return (
    <div data-watch={`message:${number}`}>
      <Page
        title={words ? <span lang="zh-CN">{words.title}</span> : page.title(number)}
        eyebrow={<MessageBadge state={state} />}
        breadcrumbs={[{ label: list.title, href: "/messages" }, { label: number }]}
      >
        <div id="message-public" data-live="">
          <Words message={message} />
          <Section id="facts" title={page.facts}>
            <Facts message={message} />
          </Section>
          <Section id="path" title={page.path}>
            <MessagePath lines={path} />
          </Section>
        </div>
      </Page>
    </div>
  );
}

function Words({ message: { words, unit, corrections } }: { message: Props }) {
  const language = useLanguage();
  const { page } = useStrings().messages;
  if (!words) {
    return (
      <Notice title={page.hidden}>
        <p>{page.hiddenWhy}</p>
        <p>
          <a href={href("/track")}>{page.yours}</a>
        </p>
      </Notice>
    );
  }
  const by = unit && (language === "en" ? unit.nameEn : unit.name);
  return (
    <>
      <Section
        id="question"
        title={words.isTypical ? page.typical : page.question}
        lead={words.isTypical ? page.typicalNote : page.masked}
      >
        <OnlyChinese>
          <Paragraphs text={words.body} />
        </OnlyChinese>
      </Section>
      <Section id="reply" title={by ? page.replyBy(by) : page.reply}>
        {corrections.map(({ note, at }) => (
          <Notice key={String(at)} title={page.corrected}>
            <p>
              {page.correctedNote}
              <span lang="zh-CN">{note}</span> <DateText instant={at} />
            </p>
          </Notice>
        ))}
        <OnlyChinese>
          <Paragraphs text={words.reply} />
        </OnlyChinese>
      </Section>
    </>
  );
}

function Facts({ message }: { message: Props }) {
  const language = useLanguage();
  const { messages, messageTerms } = useStrings();
  const { page, receipt } = messages;
  const { number, kind, holder, end, unit, receivedAt, firstRepliedAt, answeredIn, promise, rating, mergedInto } =
    message;
  return (
    <DefinitionList
      items={[
        { term: page.number, description: number },
        { term: page.kind, description: messageTerms.kinds[kind] },
        { term: page.unit, description: unit && <UnitLink unit={unit} /> },
        { term: page.holder, description: <Holder holder={holder} /> },
        { term: receipt.end, description: end && messageTerms.ends[end] },
        { term: page.receivedAt, description: <DateText instant={receivedAt} /> },
        { term: page.firstRepliedAt, description: firstRepliedAt && <DateText instant={firstRepliedAt} /> },
        { term: page.workingDays, description: answeredIn === null ? null : page.days(answeredIn) },
        {
          term: page.promise,
          description:
            promise &&
            [
              formatDay(promise.on, language),
              promise.keptAt && page.promiseKept(formatInstant(promise.keptAt, language)),
            ]
              .filter(Boolean)
              .join(" · "),
        },
        {
          term: page.rating,
          description:
            rating &&
            `${rating.isSatisfied ? page.satisfied : page.notSatisfied} · ${messageTerms.results[rating.result]}`,
        },
        {
          term: messageTerms.states.merged,
          description: mergedInto && <a href={href(`/messages/${mergedInto}`)}>{mergedInto}</a>,
        },
      ]}
    />
  );
}

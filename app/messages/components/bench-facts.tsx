import { formatDay, formatFileSize } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Quote } from "~/ui/quote";
import { Section } from "~/ui/section";
import type { MessageBenchFacts } from "../desk-shown";
import type { OpenedIdentity } from "./message-bench";
import { Paragraphs } from "./said";

const { bench: texts } = deskMessages;

/** What it says, who sent it, who has it. */
export function BenchFacts({ bench }: { bench: MessageBenchFacts }) {
  return (
    <>
      <Section id="words" title={texts.words}>
        {bench.isSealed && (
          <Notice kind="warn" title={texts.sealed}>
            <p>{texts.sealedWhy}</p>
          </Notice>
        )}
        {bench.isErased ? <p>{texts.erased}</p> : <Words bench={bench} />}
      </Section>
      <Section id="facts" title={texts.facts}>
        <Facts bench={bench} />
      </Section>
    </>
  );
}

/** Shown once, after the opening was recorded. */
export function Identity({ identity }: { identity: OpenedIdentity }) {
  return (
    <Notice kind="ask" title={texts.identity} isLive>
      <p>{texts.identityWhy}</p>
      <DefinitionList
        items={[
          { term: texts.name, description: <bdi>{identity.name ?? texts.none}</bdi> },
          { term: texts.contact, description: <bdi>{identity.contact ?? texts.none}</bdi> },
          { term: texts.words, description: <Paragraphs text={`${identity.title}\n${identity.body}`} /> },
        ]}
      />
    </Notice>
  );
}

function Words({ bench: { body, isMasked, attachments } }: { bench: MessageBenchFacts }) {
  return (
    <>
      <Quote>
        <Paragraphs text={body} />
      </Quote>
      {isMasked && <p className="hint">{texts.masked}</p>}
      {attachments.length > 0 && (
        <>
          <h3>{texts.attachments}</h3>
          <ul className="plain-links">
            {attachments.map(({ id, name, size }) => (
              <li key={id}>
                <a href={href(`/attachments/${id}`)}>
                  <bdi>{name}</bdi>
                </a>{" "}
                {formatFileSize(size)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Facts({ bench }: { bench: MessageBenchFacts }) {
  const { messageTerms: terms } = useStrings();
  const { sender, isSealed, referral } = bench;
  const hidden = isSealed ? texts.sealed : texts.hiddenSender;
  return (
    <DefinitionList
      items={[
        { term: texts.kind, description: terms.kinds[bench.kind] },
        { term: texts.channel, description: terms.channels[bench.channel] },
        { term: texts.submitter, description: terms.submitters[bench.submitter] },
        { term: texts.name, description: sender ? <bdi>{sender.name ?? texts.none}</bdi> : hidden },
        { term: texts.contact, description: sender ? <bdi>{sender.contact ?? texts.none}</bdi> : null },
        { term: texts.consent, description: bench.consents && !isSealed ? texts.consentYes : texts.consentNo },
        { term: texts.receivedAt, description: <DateText instant={bench.receivedAt} /> },
        { term: texts.statedOn, description: bench.statedOn && formatDay(bench.statedOn, "zh-CN") },
        { term: texts.outsideNumber, description: bench.outsideNumber },
        { term: texts.same, description: <Numbers numbers={bench.sameOutside.map(({ number }) => number)} /> },
        { term: texts.asked, description: bench.askedUnit?.name },
        { term: texts.lead, description: bench.leadUnit?.name },
        { term: texts.assisting, description: bench.assisting.map(({ name }) => name).join("、") },
        { term: texts.officer, description: bench.officer?.name },
        { term: texts.recused, description: bench.recused.join("、") },
        {
          term: texts.referral,
          description:
            referral &&
            [terms.referralChannels[referral.channel], referral.name, referral.contact, referral.rule].join("；"),
        },
        { term: texts.mergedInto, description: <Numbers numbers={bench.mergedInto ? [bench.mergedInto] : []} /> },
        { term: texts.duplicates, description: <Numbers numbers={bench.duplicates} /> },
      ].filter(({ description }) => !isEmptyList(description))}
    />
  );
}

function Numbers({ numbers }: { numbers: string[] }) {
  return (
    <>
      {numbers.map((number) => (
        <span key={number}>
          <a href={href(`/desk/messages/${number}`)}>{number}</a>{" "}
        </span>
      ))}
    </>
  );
}

/** A list of links without any is nothing to describe. */
function isEmptyList(description: unknown): boolean {
  if (typeof description !== "object" || description === null || !("props" in description)) return false;
  const { numbers } = description.props as { numbers?: string[] };
  return Array.isArray(numbers) && numbers.length === 0;
}

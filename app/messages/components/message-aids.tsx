import { reasonText } from "~/i18n/reasons";
import { deskAids } from "~/i18n/zh-CN/desk-aids";
import { Notice } from "~/ui/notice";
import { Quote } from "~/ui/quote";
import { Section } from "~/ui/section";
import { href } from "~/ui/href";
import type { MessageAids } from "../aids-shown";
import type { SuggestionReason } from "../suggest-unit";
import { RequestChecklist } from "./request-checklist";
import { TemplateChoice } from "./template-choice";

interface Props {
  number: string;
  aids: MessageAids;
  version: number;
}

/** What helps with one message: to whom it may go, what it asks, what was answered before, what is missing. */
export function MessageAidsPanel({ number, aids, version }: Props) {
  return (
    <>
      <p>
        <a href={href(`/desk/messages/${number}/sheet.docx`)}>{deskAids.sheet.link}</a>
      </p>
      {aids.suggestions.length > 0 && <Suggestions suggestions={aids.suggestions} />}
      <RequestChecklist aids={aids} />
      {aids.warnings.length > 0 && <Warnings warnings={aids.warnings} />}
      {aids.mayUseTemplate && aids.templates.length > 0 && <TemplateChoice aids={aids} version={version} />}
      {aids.similar.length > 0 && <Similar similar={aids.similar} />}
    </>
  );
}

function Suggestions({ suggestions }: Pick<MessageAids, "suggestions">) {
  const { title, lead, because, words } = deskAids.suggestions;
  const textOf = (reason: SuggestionReason) =>
    because[reason.because](("words" in reason ? reason.words : reason.numbers).join("、"));
  return (
    <Section id="suggestions" title={title} lead={lead}>
      <ol>
        {suggestions.map(({ unit, name, reasons }) => (
          <li key={unit}>
            <strong>{name}</strong>：{reasons.map(textOf).join("；")}
          </li>
        ))}
      </ol>
      <p>
        <a href={href("/office/dispatch-words")}>{words}</a>
      </p>
    </Section>
  );
}

function Warnings({ warnings }: Pick<MessageAids, "warnings">) {
  const { title, lead } = deskAids.warnings;
  return (
    <Section id="warnings" title={title}>
      <Notice kind="ask" title={lead}>
        <ul>
          {warnings.map((warning, index) => (
            <li key={index}>{reasonText(warning, "zh-CN")}</li>
          ))}
        </ul>
      </Notice>
    </Section>
  );
}

function Similar({ similar }: Pick<MessageAids, "similar">) {
  const { title, lead, reply: replyLabel, noReply } = deskAids.similar;
  return (
    <Section id="similar" title={title} lead={lead}>
      {similar.map(({ number, title: subject, reply }) => (
        <details key={number}>
          <summary>
            {number} {subject}
          </summary>
          <Quote source={<a href={href(`/desk/messages/${number}`)}>{number}</a>}>
            {reply ? `${replyLabel}${reply}` : noReply}
          </Quote>
        </details>
      ))}
    </Section>
  );
}

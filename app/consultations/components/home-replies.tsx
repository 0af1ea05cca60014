import { formatCount, formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";

export interface ReplyFacts {
  /** The last day counted. */
  asOf: string;
  received: number;
  replied: number;
  late: number;
}

/** How messages are answered; nothing where no message has come. */
export function HomeReplies({ replies }: { replies?: ReplyFacts }) {
  const language = useLanguage();
  const { replies: texts } = useStrings().home;
  if (!replies || replies.received === 0) return null;
  const { asOf, received, replied, late } = replies;
  return (
    <Section
      id="replies"
      title={texts.title}
      lead={<WholeText text={texts.lead(formatDate(asOf, language))} />}
      actions={<a href={href("/messages/figures")}>{texts.all}</a>}
    >
      <DefinitionList
        items={[
          { term: texts.received, description: formatCount(received, language) },
          { term: texts.replied, description: formatCount(replied, language) },
          { term: texts.late, description: formatCount(late, language) },
        ]}
      />
    </Section>
  );
}

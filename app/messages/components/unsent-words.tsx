import { useStrings } from "~/i18n/strings";
import { Notice } from "~/ui/notice";
import { Quote } from "~/ui/quote";
import { Paragraphs } from "./said";

/** Where people write sentences; everything else is chosen again in a moment. */
const WRITTEN = ["text", "words", "reason", "correctionNote", "publicTitle", "publicBody", "publicReply", "remark"];

/** What somebody wrote for an act that is not possible any more: there is no form to give it back in, so it stands here. */
export function UnsentWords({ typed }: { typed: Record<string, string | undefined> }) {
  const { unsent } = useStrings().messages;
  const written = WRITTEN.flatMap((name) => typed[name]?.trim() || []);
  if (written.length === 0) return null;
  return (
    <Notice kind="ask" title={unsent.title}>
      <p>{unsent.text}</p>
      {[...new Set(written)].map((text) => (
        <Quote key={text}>
          <Paragraphs text={text} />
        </Quote>
      ))}
    </Notice>
  );
}

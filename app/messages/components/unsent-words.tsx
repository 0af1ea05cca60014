import { useStrings } from "~/i18n/strings";
import { UnsentWords as Words } from "~/ui/unsent-words";

/** Where people write sentences; everything else is chosen again in a moment. */
const WRITTEN = ["text", "words", "reason", "correctionNote", "publicTitle", "publicBody", "publicReply", "remark"];

/** What somebody wrote for an act that is not possible any more: there is no form to give it back in, so it stands here. */
export function UnsentWords({ typed }: { typed: Record<string, string | undefined> }) {
  const { unsent } = useStrings().messages;
  const written = WRITTEN.flatMap((name) => typed[name]?.trim() || []);
  return <Words {...unsent} written={[...new Set(written)]} />;
}

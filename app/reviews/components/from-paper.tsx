import { formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { OfficialText } from "~/ui/official-text";

/** Whose signature came from paper says so, with the number of the paper and its stated day. */
export function FromPaper({ number, signedOn }: { number: string; signedOn: string }) {
  const language = useLanguage();
  const { before, after } = useStrings().site.paper;
  return (
    <>
      {before}
      <OfficialText zh={number} />
      {after(formatDate(signedOn, language))}
    </>
  );
}

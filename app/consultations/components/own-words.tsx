import { formatFileSize, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { ErasureGround, Stance, Submitter } from "../comment";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { WholeText } from "~/ui/whole-text";

export interface OwnWordsFacts {
  clause: { id: string; name: string } | null;
  quote: string | null;
  stance: Stance | null;
  body: string;
  suggestion: string | null;
  submitter: Submitter;
  name: string | null;
  contact: string | null;
  attachments: { id: string; name: string; size: number }[];
  erasure: { at: Date; ground: ErasureGround | null } | null;
}

/** What the author sent, as it was sent. */
export function OwnWords({ words, slug }: { words: OwnWordsFacts; slug: string }) {
  const { receipts, consultationTerms } = useStrings();
  const { words: texts } = receipts;
  if (words.erasure) return <Erased erasure={words.erasure} />;
  const { clause, quote, stance, body, suggestion, submitter, name, contact, attachments } = words;
  return (
    <Section id="words" title={texts.title}>
      <DefinitionList
        items={[
          { term: texts.clause, description: <Target slug={slug} clause={clause} quote={quote} /> },
          { term: texts.stance, description: stance && consultationTerms.stances[stance] },
          { term: texts.body, description: <Paragraphs text={body} /> },
          { term: texts.suggestion, description: suggestion && <Paragraphs text={suggestion} /> },
          { term: texts.submitter, description: consultationTerms.submitters[submitter] },
          { term: texts.name, description: name ? <bdi>{name}</bdi> : texts.none },
          { term: texts.contact, description: contact ? <bdi>{contact}</bdi> : texts.none },
          { term: texts.attachments, description: attachments.length > 0 ? <Files files={attachments} /> : null },
        ]}
      />
    </Section>
  );
}

function Target({ slug, clause, quote }: { slug: string } & Pick<OwnWordsFacts, "clause" | "quote">) {
  const { words } = useStrings().receipts;
  if (!clause) return <>{words.whole}</>;
  return (
    <>
      <a href={href(`/consultations/${slug}#${clause.id}`)}>
        <OfficialText zh={clause.name} />
      </a>
      {quote && (
        <blockquote className="comment-quote" lang="zh-CN">
          <p>{quote}</p>
        </blockquote>
      )}
    </>
  );
}

function Files({ files }: { files: OwnWordsFacts["attachments"] }) {
  return (
    <ul className="plain-links">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={href(`/attachments/${id}`)}>
            <bdi>{name}</bdi>
          </a>{" "}
          {formatFileSize(size)}
        </li>
      ))}
    </ul>
  );
}

function Erased({ erasure }: { erasure: NonNullable<OwnWordsFacts["erasure"]> }) {
  const language = useLanguage();
  const { receipts, consultationTerms } = useStrings();
  const ground = erasure.ground ? consultationTerms.erasureGrounds[erasure.ground] : "";
  return (
    <Notice title={receipts.words.erasedTitle}>
      <p>
        <WholeText text={receipts.words.erased(formatInstant(erasure.at, language), ground)} />
      </p>
    </Notice>
  );
}

import { formatFileSize } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { OwnMessage } from "../shown";
import { Paragraphs } from "./said";

/** What the sender wrote, as it was sent. */
export function OwnMessageWords({ own }: { own: OwnMessage }) {
  const { messages, messageTerms, receipts } = useStrings();
  const { receipt, page } = messages;
  const { words } = receipts;
  if (own.isErased) {
    return (
      <Notice title={words.erasedTitle}>
        <p>{receipt.erased}</p>
      </Notice>
    );
  }
  const { kind, title, body, name, contact, attachments } = own;
  return (
    <Section id="words" title={receipt.mine}>
      <DefinitionList
        items={[
          { term: page.kind, description: messageTerms.kinds[kind] },
          { term: receipt.subject, description: <bdi>{title}</bdi> },
          { term: receipt.body, description: <Paragraphs text={body} /> },
          { term: words.name, description: name ? <bdi>{name}</bdi> : words.none },
          { term: words.contact, description: contact ? <bdi>{contact}</bdi> : words.none },
          { term: words.attachments, description: attachments.length > 0 ? <Files files={attachments} /> : null },
        ]}
      />
    </Section>
  );
}

function Files({ files }: { files: OwnMessage["attachments"] }) {
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

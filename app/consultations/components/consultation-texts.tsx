import { formatFileSize } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { href } from "~/ui/href";
import { OnlyChinese } from "~/ui/only-chinese";
import { Section } from "~/ui/section";
import { Paragraphs } from "~/ui/official-text";

export interface TextFacts {
  explanatoryNote: string;
  legalBasis: string;
  attachments: { id: string; name: string; size: number }[];
}

/** What is published together with the draft (重大行政决策程序暂行条例 第十五条): why, on what basis, and files. */
export function ConsultationTexts({ facts: { explanatoryNote, legalBasis, attachments } }: { facts: TextFacts }) {
  const { page } = useStrings().consultations;
  return (
    <>
      {explanatoryNote && (
        <Section id="note" title={page.noteTitle}>
          <OnlyChinese>
            <Paragraphs text={explanatoryNote} />
          </OnlyChinese>
        </Section>
      )}
      {legalBasis && (
        <Section id="basis" title={page.basisTitle}>
          <OnlyChinese>
            <Paragraphs text={legalBasis} />
          </OnlyChinese>
        </Section>
      )}
      {attachments.length > 0 && (
        <Section id="attachments" title={page.attachments}>
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
        </Section>
      )}
    </>
  );
}

import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DefinitionList } from "~/ui/definition-list";
import { Section } from "~/ui/section";
import { OutcomeRows, type RowFacts } from "./outcome-rows";

export interface InquiryFacts {
  asked: number;
  opinions: number;
  noComment: number;
  unanswered: number;
  rows: RowFacts[];
}

interface InquiriesProps {
  inquiries: InquiryFacts;
  place: (clauseId: string) => string;
  draftAt: (clauseId: string) => string;
}

/** 函询: bodies asked in writing and their opinions, counted apart from the public's. */
export function OutcomeInquiries({ inquiries, place, draftAt }: InquiriesProps) {
  const language = useLanguage();
  const { inquiries: texts } = useStrings().outcome;
  if (inquiries.asked === 0) return null;
  const units = (count: number) => texts.units(formatCount(count, language));
  return (
    <Section id="inquiries" title={texts.title} lead={texts.lead}>
      <DefinitionList
        items={[
          { term: texts.asked, description: units(inquiries.asked) },
          { term: texts.opinions, description: units(inquiries.opinions) },
          { term: texts.noComment, description: units(inquiries.noComment) },
          { term: texts.unanswered, description: units(inquiries.unanswered) },
        ]}
      />
      {inquiries.rows.length > 0 && (
        <OutcomeRows caption={texts.rows} rows={inquiries.rows} place={place} draftAt={draftAt} />
      )}
    </Section>
  );
}

import type { ReactNode } from "react";
import type { DisclosureAttribute } from "~/disclosure/attribute";
import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FromPaper } from "~/reviews/components/from-paper";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { OfficialText } from "~/ui/official-text";
import { UnitLink } from "~/ui/unit-link";
import type { DocumentKind } from "../document-number";
import type { Validity } from "../validity";

export interface PolicyFactsProps {
  facts: {
    issuingAuthority: string;
    jointIssuers: string | null;
    unit: { code: string; name: string; nameEn: string };
    documentKind: DocumentKind;
    documentNumber: string | null;
    indexNumber: string | null;
    topic: string | null;
    keywords: string | null;
    signedOn: string | null;
    releasedOn: string | null;
    effectiveFrom: string | null;
    validUntil: string | null;
    validity: Validity;
    isImported: boolean;
    printedAttribute: DisclosureAttribute | null;
    readings: number;
    release: { day: number; isLate: boolean; isReviewed: boolean } | null;
    consultationSlug: string | null;
    approvalPaper: { number: string; signedOn: string } | null;
  };
  /** From the comments on the draft to here, once their outcome is public. */
  thread?: ReactNode;
}

/** The metadata of a document as its page tells them: who, when, under which number, and whether it holds. */
export function PolicyFacts({ facts, thread }: PolicyFactsProps) {
  const language = useLanguage();
  const { policies, policyTerms, site } = useStrings();
  const { page } = policies;
  const { release } = facts;
  const day = (value: string | null) => value && <DateText day={value} isShort />;
  const words = (value: string | null) => value && <OfficialText zh={value.split(/\n+/).join("、")} />;
  const releaseText = ({ day: number, isLate, isReviewed }: NonNullable<typeof release>) => {
    const said = isReviewed
      ? { inTime: page.releaseReviewed, late: page.releaseReviewedLate }
      : { inTime: page.releaseText, late: page.releaseLate };
    return (isLate ? said.late : said.inTime)(number);
  };
  return (
    <DefinitionList
      items={[
        { term: page.validity, description: facts.isImported ? null : policyTerms.validities[facts.validity] },
        { term: page.number, description: words(facts.documentNumber) },
        { term: page.issuer, description: words(facts.issuingAuthority) },
        { term: page.joint, description: words(facts.jointIssuers) },
        { term: page.unit, description: <UnitLink unit={facts.unit} /> },
        { term: page.kind, description: facts.isImported ? null : policyTerms.documentKinds[facts.documentKind] },
        { term: page.signedOn, description: day(facts.signedOn) },
        { term: page.releasedOn, description: day(facts.releasedOn) },
        { term: page.effectiveFrom, description: day(facts.effectiveFrom) },
        { term: page.validUntil, description: day(facts.validUntil) },
        {
          term: page.release,
          description: release && releaseText(release),
        },
        {
          term: site.paper.term,
          description: facts.approvalPaper && <FromPaper {...facts.approvalPaper} />,
        },
        { term: page.index, description: facts.indexNumber },
        { term: page.topic, description: words(facts.topic) },
        { term: page.keywords, description: words(facts.keywords) },
        {
          term: page.attribute,
          description: facts.printedAttribute && policyTerms.attributes[facts.printedAttribute],
        },
        {
          term: page.consultation,
          description: facts.consultationSlug && (
            <>
              <a href={href(`/consultations/${facts.consultationSlug}`)}>{page.consultationLink}</a>
              {thread}
            </>
          ),
        },
        {
          term: page.readings,
          description: facts.readings > 0 ? page.readingsText(formatCount(facts.readings, language)) : null,
        },
      ]}
    />
  );
}

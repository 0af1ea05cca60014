import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { FromPaper } from "~/reviews/components/from-paper";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OfficialText } from "~/ui/official-text";
import { WholeText } from "~/ui/whole-text";
import type { Validity } from "../validity";

interface Neighbour {
  slug: string;
  title: string;
  titleEn: string | null;
}

export interface PolicyNoticesProps {
  facts: {
    validity: Validity;
    isImported: boolean;
    effectiveFrom: string | null;
    validUntil: string | null;
    amendedOn: string | null;
    repealedOn: string | null;
    repealedReason: string | null;
    successor: Neighbour | null;
    predecessors: Neighbour[];
    exception: { reason: string; promisedOn: string; signedOn: string; paper: string | null } | null;
    calledFor: { reason: string; on: string } | null;
  };
}

/** An imported record bears no day on which it ends until the yearly review marked one. */
function isOver(validity: Validity): boolean {
  return validity === "expired" || validity === "repealed";
}

/** What a reader has to know before reading on: whether the document holds, and what was done otherwise than planned. */
export function PolicyNotices({ facts }: PolicyNoticesProps) {
  const language = useLanguage();
  const { page } = useStrings().policies;
  const day = (value: string | null) => (value ? formatDay(value, language) : "");
  const { validity, exception, calledFor, predecessors } = facts;
  return (
    <>
      {facts.isImported && <Notice>{isOver(validity) ? page.importedOver : page.importedNote}</Notice>}
      {validity === "repealed" && (
        <Notice kind="warn" title={page.repealedTitle(day(facts.repealedOn))}>
          {facts.repealedReason && (
            <p>
              {page.repealedWhy}
              <OfficialText zh={facts.repealedReason} />
            </p>
          )}
          <Successor successor={facts.successor} />
        </Notice>
      )}
      {validity === "expired" && (
        <Notice kind="warn" title={page.expiredTitle(day(facts.validUntil))}>
          <p>{page.expiredText}</p>
          <Successor successor={facts.successor} />
        </Notice>
      )}
      {validity === "upcoming" && <Notice title={page.upcomingTitle(day(facts.effectiveFrom))} />}
      {validity === "amended" && (
        <Notice title={page.amendedTitle(day(facts.amendedOn))}>
          <p>{page.amendedText}</p>
        </Notice>
      )}
      {predecessors.length > 0 && (
        <Notice title={page.replaces}>
          <ul>
            {predecessors.map((one) => (
              <li key={one.slug}>
                <PolicyLink policy={one} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {exception && (
        <Notice kind="warn" title={page.exceptionTitle}>
          <p>
            <WholeText text={page.exceptionText(day(exception.signedOn), day(exception.promisedOn))} />
          </p>
          {exception.paper && (
            <p>
              <FromPaper number={exception.paper} signedOn={exception.signedOn} />
            </p>
          )}
          <p>
            {page.exceptionWhy}
            <OfficialText zh={exception.reason} />
          </p>
        </Notice>
      )}
      {calledFor && (
        <Notice title={page.calledForTitle(day(calledFor.on))}>
          <p>
            <OfficialText zh={calledFor.reason} />
          </p>
        </Notice>
      )}
    </>
  );
}

function Successor({ successor }: { successor: Neighbour | null }) {
  const { page } = useStrings().policies;
  if (!successor) return null;
  return (
    <p>
      {page.replacedBy}
      <PolicyLink policy={successor} />
    </p>
  );
}

function PolicyLink({ policy: { slug, title, titleEn } }: { policy: Neighbour }) {
  return (
    <a href={href(`/policies/${slug}`)}>
      <OfficialText zh={title} en={titleEn} />
    </a>
  );
}

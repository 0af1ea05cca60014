import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Section } from "~/ui/section";
import type { ShownState } from "../consultation";
import { OfficialText } from "~/ui/official-text";

export interface HowFacts {
  slug: string;
  state: ShownState;
  opensOn: string | null;
  showComments: "during" | "after";
  askStance: boolean;
  contactName: string;
  contactPhone: string;
  contactEmail: string | null;
  contactAddress: string | null;
  meetingNote: string | null;
}

/** Every way to comment, and what becomes of the words: online, by post, mail, telephone, in a meeting. */
export function HowToComment({ facts }: { facts: HowFacts }) {
  const { state, slug, contactName, contactPhone, contactEmail, contactAddress, meetingNote } = facts;
  const { page } = useStrings().consultations;
  const isTaking = state === "open" || state === "approved";
  const zh = (text: string | null) => (text ? <OfficialText zh={text} /> : null);
  return (
    <Section id="how" title={page.howTitle}>
      <p>{useHow(facts)}</p>
      {state === "open" && (
        <p className="actions">
          <ButtonLink href={`/consultations/${slug}/comments/new`}>{page.commentOnWhole}</ButtonLink>
        </p>
      )}
      {isTaking && (
        <>
          {facts.askStance && <p>{page.stanceNote}</p>}
          <p>{facts.showComments === "during" ? page.showDuring : page.showAfter}</p>
        </>
      )}
      <div className="ways">
        <DefinitionList
          items={[
            { term: page.contact, description: zh(contactName) },
            { term: page.byPhone, description: contactPhone && <Phone text={contactPhone} /> },
            { term: page.byEmail, description: contactEmail && <MailLink address={contactEmail} /> },
            { term: page.byMail, description: zh(contactAddress) },
            { term: page.byMeeting, description: zh(meetingNote) },
          ]}
        />
      </div>
    </Section>
  );
}

/** A number that can be dialled is a link; what stands behind it, such as an extension, stays text. */
function Phone({ text }: { text: string }) {
  const number = /^\+?[\d][\d -]{4,20}\d/.exec(text)?.[0];
  if (!number) return <OfficialText zh={text} />;
  return (
    <>
      <a href={`tel:${number.normalize("NFKC").replace(/[^\d+]/g, "")}`}>{number}</a>
      <OfficialText zh={text.slice(number.length)} />
    </>
  );
}

function useHow({ state, opensOn }: HowFacts): string {
  const language = useLanguage();
  const { page } = useStrings().consultations;
  if (state === "open") return page.howOpen;
  if (state === "approved" && opensOn) return page.howNotYet(formatDay(opensOn, language));
  return state === "withdrawn" ? page.howWithdrawn : page.howClosed;
}

/** A long address goes on in the next line behind its @. */
function MailLink({ address }: { address: string }) {
  const [name, host] = address.split(/(?<=@)/);
  return (
    <a href={`mailto:${address}`}>
      {name}
      <wbr />
      {host}
    </a>
  );
}

import { useLanguage, useStrings } from "~/i18n/strings";
import { ButtonLink } from "~/ui/button";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { GuidePlace } from "../guide";
import type { Staleness } from "../staleness";
import { ClauseQuote, type QuotedClauseFacts } from "./clause-quotes";
import { StaleNotice } from "./material-page";

interface GuidePageProps {
  slug: string;
  title: string;
  titleEn: string | null;
  policy: { slug: string };
  staleness: Staleness | null;
  place: GuidePlace;
  answers: string;
  clauses: QuotedClauseFacts[];
}

/** Does this apply to me: one question to a page, then what follows, with the clauses it rests on. */
export function GuidePage({ slug, title, titleEn, policy, staleness, place, answers, clauses }: GuidePageProps) {
  const language = useLanguage();
  const { policies } = useStrings();
  const { guide, materials } = policies;
  const address = `/interpretations/${slug}`;
  const quoted = place.clauses.flatMap((id) => clauses.find((clause) => clause.id === id) ?? []);
  return (
    <Page
      title={guide.title}
      lead={
        <p>
          <OfficialText zh={title} en={titleEn} />
        </p>
      }
      breadcrumbs={[
        { label: materials.title, href: "/interpretations" },
        { label: (language === "en" && titleEn) || title, href: address },
        { label: guide.title },
      ]}
    >
      <StaleNotice staleness={staleness} policySlug={policy.slug} clauses={clauses} />
      <Step place={place} address={address} answers={answers} />
      {quoted.length > 0 && (
        <Section title={guide.basis} id="basis">
          {quoted.map((clause) => (
            <ClauseQuote key={clause.id} policySlug={policy.slug} clause={clause} />
          ))}
        </Section>
      )}
      <p>
        {answers !== "" && (
          <>
            <a href={href(guideAddress(address, answers.slice(0, -1)))}>{guide.back}</a>
            {" · "}
            <a href={href(`${address}/guide`)}>{guide.again}</a>
            {" · "}
          </>
        )}
        <a href={href(address)}>{guide.toMaterial}</a>
      </p>
      <p className="hint">{guide.note}</p>
    </Page>
  );
}

function Step({ place, address, answers }: { place: GuidePlace; address: string; answers: string }) {
  const { guide } = useStrings().policies;
  if (place.kind === "question") {
    return (
      <section aria-labelledby="question">
        <p className="hint">{guide.step(place.number, place.total)}</p>
        <h2 id="question" className="question" lang="zh-CN">
          {place.question}
        </h2>
        <p className="guide-answers">
          <ButtonLink href={guideAddress(address, `${answers}y`)}>{guide.yes}</ButtonLink>
          <ButtonLink href={guideAddress(address, `${answers}n`)}>{guide.no}</ButtonLink>
        </p>
      </section>
    );
  }
  const isMet = place.kind === "applies";
  return (
    <Notice kind={isMet ? "settled" : "info"} title={isMet ? guide.applies : guide.stopped}>
      <div className="plain-words" lang="zh-CN">
        <Paragraphs text={place.text} />
      </div>
    </Notice>
  );
}

function guideAddress(address: string, answers: string): string {
  return answers === "" ? `${address}/guide` : `${address}/guide?answers=${answers}`;
}

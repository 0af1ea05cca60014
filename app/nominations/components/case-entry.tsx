import { formatCount, formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { OnlyChinese } from "~/ui/only-chinese";
import { Section } from "~/ui/section";
import { WholeText } from "~/ui/whole-text";
import type { ShownCase } from "../case-facts";

/** A selected case: why it was selected, how to read it, and what the record says of it. */
export function CaseEntry({ round, shown }: { round: string; shown: ShownCase }) {
  const language = useLanguage();
  const { page } = useStrings().nominations;
  const { number, title, unit, evidence } = shown;
  return (
    <Section
      title={<OfficialText zh={title} />}
      id={`case-${number}`}
      level={3}
      lead={language === "en" ? unit.nameEn : unit.name}
    >
      <Facts shown={shown} />
      <p className="hint">
        <WholeText text={page.asOf(formatDate(evidence.asOf, language))} />
      </p>
      <p>
        <a href={href(`/cases/${round}/${number}/form.docx`)}>{page.form}</a>
      </p>
    </Section>
  );
}

function Facts({ shown }: { shown: ShownCase }) {
  const language = useLanguage();
  const { page, threeSync } = useStrings().nominations;
  const { reason, statement, evidence } = shown;
  const { policy, exceptionReason, workingDays, readings, ratings } = evidence;
  const count = (value: number) => formatCount(value, language);
  const document = (
    <>
      <a href={href(`/policies/${policy.slug}`)}>
        <OfficialText zh={policy.title} />
      </a>{" "}
      <OfficialText zh={policy.documentNumber ?? ""} />
    </>
  );
  const sync = (
    <>
      {threeSync[evidence.threeSync]}
      {exceptionReason && <Words text={exceptionReason} />}
    </>
  );
  return (
    <DefinitionList
      items={[
        { term: page.reason, description: <Words text={reason} /> },
        { term: page.materials, description: <Materials shown={shown} /> },
        { term: page.statement, description: <Words text={statement} /> },
        { term: page.policy, description: document },
        { term: page.sync, description: sync },
        ...(workingDays === null ? [] : [{ term: page.workingDays, description: page.days(count(workingDays)) }]),
        { term: page.readings, description: page.readingsCount(count(readings)) },
        {
          term: page.ratings,
          description: page.ratingsCount(count(ratings.yes), count(ratings.partly), count(ratings.no)),
        },
      ]}
    />
  );
}

function Words({ text }: { text: string }) {
  return (
    <OnlyChinese>
      <Paragraphs text={text} />
    </OnlyChinese>
  );
}

function Materials({ shown: { materials } }: { shown: ShownCase }) {
  const { nominations, policyTerms } = useStrings();
  if (materials.length === 0) return <p>{nominations.page.gone}</p>;
  return (
    <ul className="material-links">
      {materials.map(({ slug, kind, title }) => (
        <li key={slug}>
          <span className="tie tie-interpretation">{policyTerms.materialKinds[kind]}</span>{" "}
          <a href={href(`/interpretations/${slug}`)}>
            <OfficialText zh={title} />
          </a>
        </li>
      ))}
    </ul>
  );
}

import { formatCount, formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { WholeText } from "~/ui/whole-text";
import { formsOf, type Evidence } from "../evidence";

const { page } = deskNominations;

/** What the record says of a case, for whoever judges it. */
export function EvidenceList({ evidence }: { evidence: Evidence }) {
  const { nominations, policyTerms } = useStrings();
  const { materialKinds } = policyTerms;
  const { policy, threeSync, exceptionReason, materials, workingDays, readings, ratings } = evidence;
  const count = (value: number) => formatCount(value, "zh-CN");
  const links = (
    <ul className="material-links">
      {materials.map(({ slug, kind, title, releasedOn }) => (
        <li key={slug}>
          <span className="tie tie-interpretation">{materialKinds[kind]}</span>
          <a href={href(`/interpretations/${slug}`)}>{title}</a>{" "}
          <span className="hint">
            <WholeText text={formatDate(releasedOn, "zh-CN")} />
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <DefinitionList
      items={[
        {
          term: page.policy,
          description: (
            <>
              <a href={href(`/policies/${policy.slug}`)}>{policy.title}</a> {policy.documentNumber}
            </>
          ),
        },
        { term: page.sync, description: nominations.threeSync[threeSync] },
        ...(exceptionReason ? [{ term: page.exception, description: exceptionReason }] : []),
        {
          term: page.forms,
          description: formsOf(evidence)
            .map((kind) => materialKinds[kind])
            .join("、"),
        },
        { term: page.materials, description: links },
        ...(workingDays === null ? [] : [{ term: page.workingDays, description: page.days(count(workingDays)) }]),
        { term: page.readings, description: count(readings) },
        {
          term: page.ratings,
          description: page.ratingsCount(count(ratings.yes), count(ratings.partly), count(ratings.no)),
        },
      ]}
    />
  );
}

import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { BarChart } from "~/ui/charts/bar-chart";
import { CourseChart } from "~/ui/charts/course-chart";
import { ShareChart } from "~/ui/charts/share-chart";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { STANCES, type Stance } from "../comment";

export interface ParticipationFacts {
  slug: string;
  participation: {
    clauses: { id: string | null; name: string | null; count: number }[];
    stances: Record<Stance | "none", number>;
    shown: number;
    hidden: number;
    days: { day: string; count: number }[];
  };
}

/** On which clauses, with which stance and on which days people commented. */
export function OutcomeParticipation({ facts: { slug, participation } }: { facts: ParticipationFacts }) {
  const { consultationTerms: terms, outcome } = useStrings();
  const { numbers } = outcome;
  const { clauses, stances, shown, hidden, days } = participation;
  const hiddenRow = { key: "hidden", label: numbers.hidden, value: hidden };
  const hasStances = STANCES.some((key) => stances[key] > 0);
  return (
    <>
      {shown > 0 && (
        <Section level={3} title={numbers.clauses}>
          <BarChart
            id="by-clause"
            title={numbers.clauses}
            of={numbers.clause}
            counted={numbers.count}
            rows={[
              ...clauses.map(({ id, name, count }) => ({
                key: id ?? "whole",
                label: name ?? numbers.whole,
                value: count,
                href: href(`/consultations/${slug}#${id ? encodeURIComponent(id) : "comments"}`),
              })),
              ...(hidden > 0 ? [hiddenRow] : []),
            ]}
            isWhole
          />
          <Apart hidden={hidden} />
        </Section>
      )}
      {hasStances && (
        <Section level={3} title={numbers.stances}>
          <ShareChart
            id="by-stance"
            title={numbers.stances}
            of={numbers.stance}
            counted={numbers.count}
            rows={[
              ...STANCES.map((key) => ({ key, label: terms.stances[key], value: stances[key] })),
              { key: "none", label: terms.noStance, value: stances.none },
              hiddenRow,
            ]}
          />
          <Apart hidden={hidden} />
        </Section>
      )}
      <Section level={3} title={numbers.days}>
        <CourseChart
          id="by-day"
          title={numbers.days}
          counted={numbers.count}
          points={days.map(({ day, count }) => ({ label: day, value: count }))}
        />
      </Section>
    </>
  );
}

function Apart({ hidden }: { hidden: number }) {
  const language = useLanguage();
  const { numbers } = useStrings().outcome;
  return hidden > 0 ? <p className="hint">{numbers.hiddenWhy(formatCount(hidden, language))}</p> : null;
}

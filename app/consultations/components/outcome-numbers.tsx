import { formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { BarChart } from "~/ui/charts/bar-chart";
import type { ChartRow } from "~/ui/charts/bars";
import { ShareChart } from "~/ui/charts/share-chart";
import { Section } from "~/ui/section";
import { CHANNELS, DISPLAYS, OUTCOMES, WITHHELD_GROUNDS } from "../comment";
import type { Tally } from "../outcome";
import { OutcomeParticipation, type ParticipationFacts } from "./outcome-participation";

export interface NumberFacts extends ParticipationFacts {
  tally: Tally;
  countedUntil: Date | string;
}

/** What was counted, how, and up to when; every split adds up to what was received. */
export function OutcomeNumbers({ facts }: { facts: NumberFacts }) {
  const { tally, countedUntil } = facts;
  const language = useLanguage();
  const { numbers } = useStrings().outcome;
  return (
    <Section id="numbers" title={numbers.title}>
      <div className="prose">
        <p>{numbers.definition}</p>
        <p>
          {numbers.cutOff(formatInstant(countedUntil, language))}{" "}
          {tally.received > 0 && <a href="#rows">{numbers.rowsBelow}</a>}
        </p>
      </div>
      {tally.received > 0 && (
        <div className="charts">
          <Splits tally={tally} />
          <OutcomeParticipation facts={facts} />
        </div>
      )}
    </Section>
  );
}

function Splits({ tally }: { tally: Tally }) {
  const { consultationTerms: terms, outcome } = useStrings();
  const { numbers } = outcome;
  const channels = CHANNELS.filter((channel) => channel !== "written_inquiry" && channel !== "imported");
  return (
    <>
      <Split
        id="by-outcome"
        title={numbers.outcomes}
        of={numbers.outcome}
        rows={[...OUTCOMES, "undecided" as const].map((key) => ({
          key,
          label: key === "undecided" ? terms.undecided : terms.outcomes[key],
          value: tally.outcomes[key],
        }))}
      />
      <Split
        id="by-channel"
        title={numbers.channels}
        of={numbers.channel}
        rows={channels.map((key) => ({ key, label: terms.channels[key], value: tally.channels[key] }))}
      />
      <Split
        id="by-display"
        title={numbers.displays}
        of={numbers.display}
        rows={DISPLAYS.map((key) => ({ key, label: terms.displays[key], value: tally.displays[key] }))}
      />
      {tally.displays.withheld > 0 && <Withheld tally={tally} />}
    </>
  );
}

function Withheld({ tally }: { tally: Tally }) {
  const { consultationTerms: terms, outcome } = useStrings();
  const { numbers } = outcome;
  const { title, number, article } = terms.withheldBasis;
  const rows = WITHHELD_GROUNDS.map((key) => ({
    key,
    label: terms.withheldGrounds[key],
    value: tally.withheld[key],
  }));
  return (
    <Section level={3} title={numbers.withheld}>
      <BarChart
        id="by-ground"
        title={numbers.withheld}
        of={numbers.ground}
        counted={numbers.count}
        rows={rows.filter(({ value }) => value > 0)}
        isWhole
      />
      <p className="hint">{numbers.withheldBasis([title, number, article].filter(Boolean).join(" "))}</p>
    </Section>
  );
}

function Split({ id, title, of, rows }: { id: string; title: string; of: string; rows: ChartRow[] }) {
  const { numbers } = useStrings().outcome;
  return (
    <Section level={3} title={title}>
      <ShareChart id={id} title={title} of={of} counted={numbers.count} rows={rows} />
    </Section>
  );
}

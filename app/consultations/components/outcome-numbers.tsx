import { formatCount, formatInstant } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DataTable } from "~/ui/data-table";
import { Section } from "~/ui/section";
import { CHANNELS, DISPLAYS, OUTCOMES, WITHHELD_GROUNDS } from "../comment";
import type { Tally } from "../outcome";

export interface NumberFacts {
  tally: Tally;
  countedUntil: Date | string;
}

/** What was counted, how, and up to when; every split adds up to what was received. */
export function OutcomeNumbers({ facts: { tally, countedUntil } }: { facts: NumberFacts }) {
  const language = useLanguage();
  const { numbers } = useStrings().outcome;
  return (
    <Section id="numbers" title={numbers.title}>
      <div className="prose">
        <p>{numbers.definition}</p>
        <p>
          {numbers.cutOff(formatInstant(countedUntil, language))} {tally.received > 0 && numbers.rowsBelow}
        </p>
      </div>
      {tally.received > 0 && <Splits tally={tally} />}
    </Section>
  );
}

function Splits({ tally }: { tally: Tally }) {
  const { consultationTerms: terms, outcome } = useStrings();
  const { numbers } = outcome;
  const isOurs = (channel: (typeof CHANNELS)[number]) => channel !== "written_inquiry" && channel !== "imported";
  return (
    <>
      <Split
        caption={numbers.channels}
        of={numbers.channel}
        rows={CHANNELS.filter(isOurs).map((key) => ({ key, label: terms.channels[key], count: tally.channels[key] }))}
      />
      <Split
        caption={numbers.outcomes}
        of={numbers.outcome}
        rows={[...OUTCOMES, "undecided" as const].map((key) => ({
          key,
          label: key === "undecided" ? terms.undecided : terms.outcomes[key],
          count: tally.outcomes[key],
        }))}
      />
      <Split
        caption={numbers.displays}
        of={numbers.display}
        rows={DISPLAYS.map((key) => ({ key, label: terms.displays[key], count: tally.displays[key] }))}
      />
      {tally.displays.withheld > 0 && <Withheld tally={tally} />}
    </>
  );
}

function Withheld({ tally }: { tally: Tally }) {
  const { consultationTerms: terms, outcome } = useStrings();
  const { numbers } = outcome;
  const { title, number, article } = terms.withheldBasis;
  return (
    <>
      <Split
        caption={numbers.withheld}
        of={numbers.ground}
        rows={WITHHELD_GROUNDS.map((key) => ({
          key,
          label: terms.withheldGrounds[key],
          count: tally.withheld[key],
        }))}
      />
      <p className="hint">{numbers.withheldBasis([title, number, article].filter(Boolean).join(" "))}</p>
    </>
  );
}

interface SplitProps {
  caption: string;
  of: string;
  rows: { key: string; label: string; count: number }[];
}

function Split({ caption, of, rows }: SplitProps) {
  const language = useLanguage();
  const { numbers } = useStrings().outcome;
  const shown = rows.filter(({ count }) => count > 0);
  const sum = { key: "sum", label: numbers.sum, count: rows.reduce((total, { count }) => total + count, 0) };
  return (
    <Section level={3} title={caption}>
      <DataTable
        caption={caption}
        isCaptionHidden
        rows={[...shown, sum]}
        rowKey={({ key }) => key}
        columns={[
          { key: "label", header: of, isRowHeader: true, cell: ({ label }) => label },
          { key: "count", header: numbers.count, kind: "number", cell: ({ count }) => formatCount(count, language) },
        ]}
      />
    </Section>
  );
}

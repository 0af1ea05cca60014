import { CountExplainer } from "~/calendar/components/count-explainer";
import { formatDay } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Clock } from "~/ui/clock";
import { WholeText } from "~/ui/whole-text";
import type { MessageClock } from "../clocks";

/** The dates that run, each open to its count, and the line that nothing moves. */
export function MessageClocks({ clocks, threeMonths }: { clocks: MessageClock[]; threeMonths?: string | null }) {
  const language = useLanguage();
  const { clock: texts } = useStrings().messages;
  if (clocks.length === 0) return null;
  const isPaused = clocks.some((clock) => clock.isPaused);
  return (
    <>
      {clocks.map((clock) => (
        <OneClock key={clock.step} clock={clock} />
      ))}
      {isPaused && <p className="hint">{texts.pausedWhy}</p>}
      <p className="hint">{texts.rule}</p>
      {threeMonths && (
        <p className="hint">
          <WholeText text={texts.months(formatDay(threeMonths, language))} />
        </p>
      )}
    </>
  );
}

function OneClock({ clock }: { clock: MessageClock }) {
  const { clock: texts } = useStrings().messages;
  const { step, dueOn, left, rows, isProvisional, isExtended, isPaused } = clock;
  return (
    <>
      <Clock label={texts[step]} day={dueOn} left={left} unit="working_day" isProvisional={isProvisional} />
      {isPaused && <p className="hint">{texts.paused}</p>}
      {isExtended && <p className="hint">{texts.extended}</p>}
      {rows.length > 0 && <CountExplainer rows={rows} />}
    </>
  );
}

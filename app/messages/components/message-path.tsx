import { CountExplainer } from "~/calendar/components/count-explainer";
import { formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { History } from "~/ui/history";
import { OnlyChinese } from "~/ui/only-chinese";
import { WholeText } from "~/ui/whole-text";
import type { DueChange } from "../due-changes";
import type { DeclineGround, ReferralChannel, ReturnGround } from "../dispatch";
import type { MessageKind } from "../message";
import type { Result } from "../rating";
import type { PathLine, UnitName } from "../shown";
import { Paragraphs } from "./said";

const BY_SENDER: readonly string[] = ["receive", "answer", "rate", "reopen", "withdraw", "withdraw_consent", "erase"];

/** Who had it when, what each did with it and why. */
export function MessagePath({ lines }: { lines: PathLine[] }) {
  const { path } = useStrings().messages;
  const titleOf = useTitle();
  const byOf = useBy();
  return (
    <History
      label={path.label}
      entries={lines.map((line) => ({
        id: line.id,
        at: line.at,
        title: titleOf(line),
        by: byOf(line),
        detail: <Detail line={line} />,
      }))}
    />
  );
}

function useTitle(): (line: PathLine) => string {
  const { path } = useStrings().messages;
  const nameOf = useNames();
  return ({ act, toUnit }) => {
    if (act === "receive") return path.received;
    if (act === "calendar") return path.calendar;
    const said = path.acts[act];
    return act === "assign" && toUnit ? path.to(said, nameOf(toUnit)) : said;
  };
}

function useBy(): (line: PathLine) => string {
  const { path } = useStrings().messages;
  const nameOf = useNames();
  return ({ act, unit, by }) => {
    const who = unit
      ? nameOf(unit)
      : BY_SENDER.includes(act)
        ? path.sender
        : act === "release" || act === "calendar"
          ? path.platform
          : path.office;
    return by ? `${who} ${by}` : who;
  };
}

function useNames(): (unit: UnitName) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === "en" ? nameEn : name);
}

function Detail({ line: { act, ground, text, toUnit, moved } }: { line: PathLine }) {
  const { messages } = useStrings();
  const nameOf = useNames();
  const groundText = useGround()(act, ground);
  const isProposal = act === "return_assignment" && toUnit;
  if (moved) return <Moved change={moved} />;
  if (!groundText && !text && !isProposal) return null;
  return (
    <>
      {groundText && <p>{groundText}</p>}
      {isProposal && <p>{messages.path.proposed(nameOf(toUnit))}</p>}
      {text && (
        <OnlyChinese>
          <Paragraphs text={text} />
        </OnlyChinese>
      )}
    </>
  );
}

/** From which day to which, open to the new count. */
function Moved({ change: { step, before, after, rows } }: { change: DueChange }) {
  const language = useLanguage();
  const { path } = useStrings().messages;
  return (
    <>
      <p>
        <WholeText text={path.moved[step](formatDate(before, language), formatDate(after, language))} />
      </p>
      <CountExplainer rows={rows} />
    </>
  );
}

function useGround(): (act: PathLine["act"], ground: string | null) => string | null {
  const { messageTerms: terms } = useStrings();
  return (act, ground) => {
    if (ground === null) return null;
    if (act === "decline") return terms.declineGrounds[ground as DeclineGround];
    if (act === "refer") return terms.referralChannels[ground as ReferralChannel];
    if (act === "return_assignment") return terms.returnGrounds[ground as ReturnGround];
    if (act === "change_kind") return terms.kinds[ground as MessageKind];
    return act === "rate" ? terms.results[ground as Result] : null;
  };
}

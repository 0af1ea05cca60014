import { reasonText } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { ActButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { MessageBenchFacts, MessageOffer } from "../desk-shown";
import type { MessageAct } from "../message";
import { DispatchFields } from "./dispatch-fields";
import type { RefusedAct } from "./message-bench";
import { ReplyForm } from "./reply-form";

interface Props {
  bench: MessageBenchFacts;
  refused?: RefusedAct;
}

/** In this order; drafting and submitting share one form. */
const ORDER: readonly MessageAct[] = [
  ...(["accept", "assign", "submit", "approve", "return", "approve_correction", "refuse_correction"] as const),
  ...(["keep_promise", "ask", "extend", "hand_over", "return_assignment", "refer", "decline", "merge"] as const),
  ...([
    "stand_aside",
    "change_kind",
    "recuse",
    "take_back",
    "correct",
    "withhold",
    "close",
    "open_identity",
    "note",
  ] as const),
];

const PRIMARY: readonly MessageAct[] = ["accept", "assign", "submit", "approve", "approve_correction", "keep_promise"];
const { bench: texts, notes } = deskMessages;

/** The acts that this person may do now; where something is missing, all of it instead of a button. */
export function BenchActs({ bench, refused }: Props) {
  const offers = ORDER.flatMap((act) => bench.offers.find((offer) => offer.act === act) ?? []).filter(
    (offer) => offer.act !== "open_identity" || bench.isSealed,
  );
  if (offers.length === 0) return <EmptyState title={texts.nothing} />;
  return (
    <>
      {offers.map((offer) => (
        <OneAct key={offer.act} offer={offer} bench={bench} refused={refused} />
      ))}
    </>
  );
}

/** The next step stands open; the others open on demand, and when they were refused. */
function OneAct({ offer, bench, refused }: Props & { offer: MessageOffer }) {
  const { act, reasons } = offer;
  const name = useStrings().messageTerms.acts[act];
  const wasRefused = refused?.act === act || (act === "submit" && refused?.act === "draft");
  if (reasons.length > 0) {
    return (
      <Notice kind="ask" title={texts.blocked(name)}>
        <ul>
          {reasons.map((reason) => (
            <li key={reason.code}>{reasonText(reason, "zh-CN")}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  const form = (
    <>
      {notes[act] && <p className="hint">{notes[act]}</p>}
      <ActForm act={act} name={name} bench={bench} refused={refused} />
    </>
  );
  if (PRIMARY.includes(act)) {
    return (
      <Section title={name} level={3} id={`act-${act}`}>
        {form}
      </Section>
    );
  }
  return (
    <details open={wasRefused} id={`act-${act}`}>
      <summary>{name}</summary>
      {form}
    </details>
  );
}

function ActForm({ act, name, bench, refused }: Props & { act: MessageAct; name: string }) {
  if (act === "submit" || act === "correct") return <ReplyForm act={act} bench={bench} refused={refused} />;
  const kind = act === "decline" || act === "withhold" ? "danger" : PRIMARY.includes(act) ? "primary" : "plain";
  return (
    <form method="post" noValidate className="form">
      <input type="hidden" name="version" value={bench.version} />
      <DispatchFields act={act} bench={bench} refused={refused} />
      <ActButton act={act} kind={kind}>
        {name}
      </ActButton>
    </form>
  );
}

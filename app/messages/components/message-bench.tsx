import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import type { Reason } from "~/platform/refusal";
import { SheetBox } from "~/reviews/components/sheet-box";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { MessageAids } from "../aids-shown";
import type { MessageBenchFacts } from "../desk-shown";
import { BenchActs } from "./bench-acts";
import { BenchFacts, Identity } from "./bench-facts";
import { BenchPath } from "./bench-path";
import { BenchPreview } from "./bench-preview";
import { BenchReplies } from "./bench-replies";
import { fieldId } from "./bench-field";
import { MessageAidsPanel } from "./message-aids";
import { MessageBadge } from "./message-badge";
import { MessageClocks } from "./message-clocks";
import { UnsentWords } from "./unsent-words";

export interface RefusedAct {
  act: string;
  reasons: Reason[];
  values: Record<string, string[] | undefined>;
}

export interface OpenedIdentity {
  name: string | null;
  contact: string | null;
  title: string;
  body: string;
}

interface Props {
  bench: MessageBenchFacts;
  aids: MessageAids;
  refused?: RefusedAct;
  identity?: OpenedIdentity;
}

const { list, home, bench: texts } = deskMessages;

/** One message at the desk: what it says, where it stands, what this person may do now, what was done. */
export function MessageBench({ bench, aids, refused, identity }: Props) {
  const { number, title, state, clocks, threeMonths, daysToThreeMonths } = bench;
  const { messageTerms } = useStrings();
  return (
    <div data-watch={`message:${number}`}>
      <Page
        title={title || messageTerms.kinds[bench.kind]}
        eyebrow={
          <span id="message-state" data-live="">
            <MessageBadge state={state} />
          </span>
        }
        lead={<p>{number}</p>}
        breadcrumbs={[{ label: home, href: "/desk" }, { label: list.title, href: "/desk/messages" }, { label: number }]}
        width="wide"
      >
        <RefusalSummary refused={refused} />
        {refused && !isFormShown(bench, refused.act) && <UnsentWords typed={firstOf(refused.values)} />}
        {identity && <Identity identity={identity} />}
        <BenchFacts bench={bench} />
        {clocks.length > 0 && (
          <Section id="clocks" title={texts.clocks}>
            <MessageClocks clocks={clocks} threeMonths={threeMonths} />
            {daysToThreeMonths !== null && <p className="hint">{list.months(daysToThreeMonths)}</p>}
          </Section>
        )}
        <BenchReplies bench={bench} />
        <BenchPreview bench={bench} />
        <MessageAidsPanel number={number} aids={aids} version={bench.version} />
        {bench.sheet && <SheetBox {...bench.sheet} refused={refused} />}
        <Section id="acts" title={texts.acts}>
          <BenchActs bench={bench} refused={refused} />
        </Section>
        <Section id="path" title={texts.path}>
          <div id="path-lines" data-live="">
            <BenchPath lines={bench.path} />
          </div>
        </Section>
      </Page>
    </div>
  );
}

/** An unfinished reply is kept by the form that hands it in. */
function isFormShown({ offers }: MessageBenchFacts, refused: string): boolean {
  const act = refused === "draft" ? "submit" : refused;
  return offers.some((offer) => offer.act === act && offer.reasons.length === 0);
}

function firstOf(values: RefusedAct["values"]): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all?.[0]]));
}

/** Each line leads to the field of the form that was refused. */
function RefusalSummary({ refused }: Pick<Props, "refused">) {
  if (!refused) return null;
  const reasons = refused.reasons.map(({ field, ...reason }) =>
    field ? { ...reason, field: fieldId(refused.act, field) } : reason,
  );
  return <ErrorSummary reasons={reasons} />;
}

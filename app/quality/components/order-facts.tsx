import { DayCount } from "~/calendar/components/day-count";
import { formatCount, formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { Clock } from "~/ui/clock";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Paragraphs } from "~/ui/official-text";
import type { OrderView } from "../quality-view";

const { order: texts } = deskQuality;
const day = (value: string) => formatDate(value, "zh-CN");

/** One order: why, what is to be better, by when, and the material that answers it. */
export function OrderFacts({ order, slug }: { order: OrderView; slug: string }) {
  const { materialKinds, materialStates } = useStrings().policyTerms;
  const { answers, endedOn, answeredOn } = order;
  return (
    <>
      <Clock
        label={texts.clock}
        day={order.dueOn}
        left={endedOn || answeredOn ? undefined : order.left}
        unit="working_day"
        doneOn={answeredOn ?? undefined}
        isProvisional={order.isProvisional}
      >
        <p>{texts.rule(formatCount(order.workingDays, "zh-CN"))}</p>
        <DayCount rows={order.rows} />
      </Clock>
      <DefinitionList
        items={[
          { term: texts.by, description: texts.byText(order.by, day(order.orderedOn)) },
          { term: texts.ground, description: <Paragraphs text={order.ground} /> },
          { term: texts.better, description: <Paragraphs text={order.better} /> },
          { term: texts.answers, description: answers.length === 0 ? texts.noAnswers : <Answers /> },
          { term: texts.answerNote, description: order.answerNote && <Paragraphs text={order.answerNote} /> },
        ]}
      />
    </>
  );

  function Answers() {
    return (
      <ul>
        {answers.map((one) => (
          <li key={one.slug}>
            <a href={href(`/desk/policies/${slug}/materials/${one.slug}`)}>{one.title}</a>{" "}
            <span className="hint">
              {materialKinds[one.kind]} · {materialStates[one.state]}
            </span>
          </li>
        ))}
      </ul>
    );
  }
}

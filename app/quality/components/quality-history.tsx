import { formatCount, formatDate } from "~/i18n/format";
import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { EmptyState } from "~/ui/empty-state";
import { Paragraphs } from "~/ui/official-text";
import { Section } from "~/ui/section";
import { StatusBadge } from "~/ui/status-badge";
import { WholeText } from "~/ui/whole-text";
import type { CheckView } from "../quality-view";
import { ELEMENTS } from "../sheet";

const { history: texts, outcomes, elements, marks } = deskQuality;

const TONES = { good: "settled", passable: "working", weak: "overdue" } as const;

/** Every check of the document, the newest first, with what it found missing. */
export function QualityHistory({ checks }: { checks: CheckView[] }) {
  return (
    <Section title={texts.title} id="checks">
      {checks.length === 0 && <EmptyState title={texts.none} />}
      {checks.map((check) => (
        <CheckPart key={check.id} check={check} />
      ))}
    </Section>
  );
}

function CheckPart({ check }: { check: CheckView }) {
  const { sheet, outcome, note, liftedShare, paper } = check;
  const kind = check.isSecond ? texts.second : texts.first;
  const gaps = ELEMENTS.filter((element) => sheet[element] === "no" || sheet[element] === "partly");
  return (
    <Section
      title={texts.line(kind, formatDate(check.checkedOn, "zh-CN"), check.by)}
      level={3}
      id={`check-${check.id}`}
    >
      <p>
        <StatusBadge tone={TONES[outcome]}>{outcomes[outcome]}</StatusBadge>{" "}
        <span className="hint">{texts.lifted(formatCount(liftedShare, "zh-CN"))}</span>
      </p>
      {note && <Paragraphs text={note} />}
      {paper && (
        <p className="hint">
          <WholeText text={deskQuality.paper.recheckMark(paper.number, formatDate(paper.statedOn, "zh-CN"))} />
        </p>
      )}
      {gaps.length === 0 ? (
        <p className="hint">{texts.noGaps}</p>
      ) : (
        <>
          <p>{texts.gaps}</p>
          <ul>
            {gaps.map((element) => (
              <li key={element}>
                {elements[element]} <span className="hint">{marks[sheet[element]!]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

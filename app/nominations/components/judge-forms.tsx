import { formatCount } from "~/i18n/format";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { Field } from "~/ui/field";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import type { DeskNomination, ShownScore } from "../desk-facts";
import { MAX_REASON } from "../forms";
import { HIGHEST_MARK } from "../scoring";
import { BlockedAct } from "./blocked-act";
import type { RefusedAct } from "./refused-act";

const { page, fields } = deskNominations;

/** The office's decision, with a reason either way. */
export function DecideForm({ nomination, refused }: { nomination: DeskNomination; refused: RefusedAct | null }) {
  const { version, decision } = nomination;
  const own = refused?.act === "decide" ? refused : null;
  const chosen = decision === null ? undefined : decision.isSelected ? "yes" : "no";
  return (
    <Section title={page.decide} level={3} id="act-decide" lead={page.decideLead}>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="selected"
          label={fields.selected}
          required
          inline
          defaultValue={own?.values.selected ?? chosen}
          error={own?.errors.selected}
          options={[
            { value: "yes", label: page.yes },
            { value: "no", label: page.no },
          ]}
        />
        <TextArea
          name="reason"
          label={fields.reason}
          rows={4}
          limit={MAX_REASON}
          required
          defaultValue={own?.values.reason ?? decision?.reason}
          error={own?.errors.reason}
        />
        <ActButton act="decide" kind="primary">
          {page.save}
        </ActButton>
      </form>
    </Section>
  );
}

interface ScoreFormProps {
  score: NonNullable<DeskNomination["ownScore"]>;
  refused: RefusedAct | null;
}

/** One mark for each criterion; nobody is offered this for a case of their own unit. */
export function ScoreForm({ score, refused }: ScoreFormProps) {
  const { criteria, marks, remark, reasons } = score;
  const own = refused?.act === "score" ? refused : null;
  return (
    <Section title={page.score} level={3} id="act-score" lead={page.scoreLead}>
      {reasons.length > 0 ? (
        <BlockedAct title={page.scoreBlocked} reasons={reasons} />
      ) : (
        <form method="post" className="form" noValidate>
          {criteria.map(({ name, weight }, index) => (
            <Field
              key={name}
              name="mark"
              id={index === 0 ? "mark" : `mark-${index + 1}`}
              label={page.scoreOf(name, String(weight))}
              type="number"
              min={0}
              max={HIGHEST_MARK}
              size="short"
              required
              defaultValue={own?.lists.mark?.[index] ?? marks[index]?.toString()}
              error={index === 0 ? own?.errors.mark : undefined}
            />
          ))}
          <TextArea
            name="remark"
            label={fields.remark}
            rows={3}
            limit={MAX_REASON}
            defaultValue={own?.values.remark ?? remark ?? undefined}
            error={own?.errors.remark}
          />
          <ActButton act="score" kind="primary">
            {page.saveScore}
          </ActButton>
        </form>
      )}
    </Section>
  );
}

/** All marks side by side, with how far they are apart; only those who select and sign see them. */
export function Scores({ scores: { criteria, all, spread } }: { scores: NonNullable<DeskNomination["scores"]> }) {
  const count = (value: number) => formatCount(value, "zh-CN");
  return (
    <Section title={page.scores} id="scores" lead={page.scoresLead}>
      {spread && <p>{page.spread(count(spread.min), count(spread.max), count(spread.mean), count(spread.count))}</p>}
      <DataTable
        caption={page.scores}
        isCaptionHidden
        rows={all}
        rowKey={({ by }) => by}
        empty={<p>{page.noScores}</p>}
        columns={[
          { key: "by", header: page.by, isRowHeader: true, cell: ({ by }: ShownScore) => by },
          ...criteria.map(({ name }, index) => ({
            key: name,
            header: name,
            kind: "number" as const,
            cell: ({ marks }: ShownScore) => count(marks[index] ?? 0),
          })),
          { key: "total", header: page.total, kind: "number", cell: ({ total }: ShownScore) => count(total) },
          { key: "remark", header: fields.remark, cell: ({ remark }: ShownScore) => remark ?? "" },
        ]}
      />
    </Section>
  );
}

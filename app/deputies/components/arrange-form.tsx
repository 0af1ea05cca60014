import { deskDeputies } from "~/i18n/zh-CN/desk-deputies";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import type { DeputiesFacts, StaffChoice } from "../deputies-facts";

const { arrange: texts } = deskDeputies;

interface ArrangeFormProps {
  facts: DeputiesFacts;
  typed: Record<string, string | undefined>;
  errors: Record<string, string>;
}

/** Lends somebody's rights for given days. */
export function ArrangeForm({ facts: { principals, deputies, today }, typed, errors }: ArrangeFormProps) {
  if (principals.length === 0) return <p>{texts.none}</p>;
  return (
    <Section title={texts.title} id="arrange" lead={texts.lead}>
      <form method="post" className="form">
        <Select
          name="principal"
          label={texts.principal}
          options={optionsOf(principals)}
          defaultValue={typed.principal}
          error={errors.principal}
          required
        />
        <Select
          name="deputy"
          label={texts.deputy}
          hint={texts.deputyHint}
          options={optionsOf(deputies)}
          defaultValue={typed.deputy}
          error={errors.deputy}
          required
        />
        <Field
          type="date"
          name="fromOn"
          size="medium"
          label={texts.fromOn}
          min={today}
          defaultValue={typed.fromOn ?? today}
          error={errors.fromOn}
          required
        />
        <Field
          type="date"
          name="untilOn"
          size="medium"
          label={texts.untilOn}
          min={today}
          defaultValue={typed.untilOn}
          error={errors.untilOn}
          required
        />
        <ActButton act="arrange" kind="primary">
          {texts.submit}
        </ActButton>
      </form>
    </Section>
  );
}

export function optionsOf(people: StaffChoice[]): { value: string; label: string }[] {
  return people.map(({ id, name, units }) => ({ value: id, label: `${name} · ${units}` }));
}

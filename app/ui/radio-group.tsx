import { Choice, choiceId, type ChoiceOption } from "./choice";
import { FieldGroup, type FieldSaying } from "./field-frame";

interface RadioGroupProps extends FieldSaying {
  options: ChoiceOption[];
  /** The choice made; nothing is ever chosen for people. */
  defaultValue?: string;
  /** Side by side where there is room, for two or three short answers. */
  inline?: boolean;
}

/** One answer out of a few. */
export function RadioGroup({ options, defaultValue, inline, ...field }: RadioGroupProps) {
  const { name, id = name, required } = field;
  return (
    <FieldGroup {...field}>
      <div className={inline ? "choices choices-inline" : "choices"}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...option}
            type="radio"
            name={name}
            id={choiceId(id, option.value, index)}
            isChecked={option.value === defaultValue}
            required={required}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

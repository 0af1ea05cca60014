import { Choice, choiceId, type ChoiceOption } from "./choice";
import { FieldGroup, type FieldSaying } from "./field-frame";

interface CheckboxGroupProps extends FieldSaying {
  options: ChoiceOption[];
  defaultValues?: string[];
}

/** Any number of answers, posted under one name. */
export function CheckboxGroup({ options, defaultValues = [], ...field }: CheckboxGroupProps) {
  const { name, id = name } = field;
  return (
    <FieldGroup {...field}>
      <div className="choices">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...option}
            type="checkbox"
            name={name}
            id={choiceId(id, option.value, index)}
            isChecked={defaultValues.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

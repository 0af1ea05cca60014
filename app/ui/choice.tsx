import type { ReactNode } from "react";

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface ChoiceProps extends ChoiceOption {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  isChecked: boolean;
  required?: boolean;
}

/** One radio button or checkbox; the whole line can be touched. */
export function Choice({ type, id, name, value, label, hint, isChecked, required }: ChoiceProps) {
  return (
    <div className="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={isChecked}
        required={required}
        aria-describedby={hint ? `${id}-choice-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <div className="hint" id={`${id}-choice-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** The first option carries the field's own id, so that the error summary leads to it. */
export function choiceId(id: string, value: string, index: number): string {
  return index === 0 ? id : `${id}-${value}`;
}

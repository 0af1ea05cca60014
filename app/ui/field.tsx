import type { InputHTMLAttributes } from "react";
import { controlProps, FieldFrame, type FieldSaying } from "./field-frame";

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "defaultValue" | "autoComplete" | "inputMode" | "min" | "max" | "spellCheck" | "autoCapitalize"
>;

interface FieldProps extends FieldSaying, InputProps {
  /** How wide the answer is likely to be. */
  size?: "short" | "medium" | "full";
}

/** One line of text, a date, a number, a password. */
export function Field(props: FieldProps) {
  const { name, label, hint, error, required, id, size = "full", type = "text", ...input } = props;
  const field = { name, label, hint, error, required, id };
  return (
    <FieldFrame {...field}>
      <input {...controlProps(field)} {...input} type={type} className={`input input-${size}`} />
    </FieldFrame>
  );
}

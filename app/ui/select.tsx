import { useStrings } from "~/i18n/strings";
import { controlProps, FieldFrame, type FieldSaying } from "./field-frame";

interface SelectProps extends FieldSaying {
  options: { value: string; label: string }[];
  defaultValue?: string;
  /** The empty choice; `false` for none. */
  empty?: string | false;
}

/** One choice of a long list. */
export function Select({ options, defaultValue, empty, ...field }: SelectProps) {
  const { fields } = useStrings().site;
  return (
    <FieldFrame {...field}>
      <select {...controlProps(field)} defaultValue={defaultValue} className="input">
        {empty !== false && <option value="">{empty ?? fields.choose}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

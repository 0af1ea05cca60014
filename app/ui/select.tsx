import { useLanguage, useStrings } from "~/i18n/strings";
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
  const language = useLanguage();
  return (
    <FieldFrame {...field}>
      <select {...controlProps(field)} defaultValue={defaultValue} className="input">
        {empty !== false && <option value="">{empty ?? fields.choose}</option>}
        {options.map(({ value, label }) => (
          <option
            key={value}
            value={value}
            lang={language === "en" && /\p{Script=Han}/u.test(label) ? "zh-CN" : undefined}
          >
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { controlProps, FieldFrame, type FieldSaying } from "./field-frame";

interface TextAreaProps extends FieldSaying {
  defaultValue?: string;
  rows?: number;
  /** Most characters taken. Said in the hint and counted by script; never cut off while someone pastes. */
  limit?: number;
}

/** Text of several lines. */
export function TextArea({ defaultValue, rows = 6, limit, ...field }: TextAreaProps) {
  const language = useLanguage();
  const { fields } = useStrings().site;
  const limitText = limit ? fields.limit(formatCount(limit, language)) : null;
  const hint = (field.hint || limitText) && (
    <>
      {field.hint}
      {field.hint && limitText && " "}
      {limitText && <span className="limit together">{limitText}</span>}
    </>
  );
  return (
    <FieldFrame {...field} hint={hint}>
      <textarea
        {...controlProps({ ...field, hint })}
        defaultValue={defaultValue}
        rows={rows}
        data-limit={limit}
        className="input input-full"
      />
      {limit && (
        <p className="count" role="status" data-count="" data-left={fields.roomLeft} data-over={fields.roomOver} />
      )}
    </FieldFrame>
  );
}

import { formatFileSize } from "~/i18n/format";
import { deskMedia } from "~/i18n/zh-CN/desk-media";
import { Select } from "~/ui/select";
import { ArrivingFields, type ArrivingFieldsProps } from "./media-form";

const { choose } = deskMedia;

interface ShownMediaFieldsProps extends ArrivingFieldsProps {
  /** The unit's files that fit. */
  choices: { id: string; title: string; size: number }[];
}

/** In the form of a page that shows a file: one that the unit has, or a new one, which comes along with the form. */
export function ShownMediaFields({ choices, ...fields }: ShownMediaFieldsProps) {
  const { errors, values, arrived } = fields;
  const isOpen =
    (choices.length === 0 && fields.of !== "picture") ||
    Object.keys(arrived).length > 0 ||
    ["file", "still", "captions", "transcript", "textAlternative"].some((name) => errors[name] || values[name]);
  return (
    <>
      <Select
        name="media"
        label={choose.media}
        hint={choices.length === 0 ? choose.nothing : choose.mediaHint}
        error={errors.media}
        defaultValue={values.media}
        empty={choose.none}
        options={choices.map(({ id, title, size }) => ({ value: id, label: `${title}（${formatFileSize(size)}）` }))}
      />
      <details className="form-more" open={isOpen}>
        <summary>{choose.upload}</summary>
        <p className="hint">{choose.uploadHint}</p>
        <ArrivingFields {...fields} />
      </details>
    </>
  );
}

import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";

/** What every field says of itself. The id of a field's first control is its name: the error summary links there. */
export interface FieldSaying {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** When one page has the same field twice. */
  id?: string;
}

/** The ids that describe a control, for aria-describedby. */
function describedBy({ name, id = name, hint, error }: Omit<FieldSaying, "label">): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

export function controlProps(field: FieldSaying) {
  const { name, id = name, required, error } = field;
  return { id, name, required, "aria-invalid": error ? true : undefined, "aria-describedby": describedBy(field) };
}

/** A single control under its label, with hint and error between them. */
export function FieldFrame({ children, ...field }: FieldSaying & { children: ReactNode }) {
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      <label htmlFor={field.id ?? field.name}>
        <LabelText {...field} />
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup({ children, ...field }: FieldSaying & { children: ReactNode }) {
  return (
    <fieldset className={field.error ? "field field-wrong" : "field"} aria-describedby={describedBy(field)}>
      <legend>
        <LabelText {...field} />
      </legend>
      <HintAndError {...field} />
      {children}
    </fieldset>
  );
}

function LabelText({ label, required }: FieldSaying) {
  const { fields } = useStrings().site;
  return (
    <>
      <span className="label-text">{label}</span>{" "}
      <span className={required ? "label-note label-note-required" : "label-note"}>
        {required ? fields.required : fields.optional}
      </span>
    </>
  );
}

function HintAndError({ name, id = name, hint, error }: FieldSaying) {
  const { fields } = useStrings().site;
  return (
    <>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <span className="visually-hidden">{fields.error}</span>
          {error}
        </p>
      )}
    </>
  );
}

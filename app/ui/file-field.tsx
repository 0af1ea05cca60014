import { formatCount, formatFileSize } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Choice } from "./choice";
import { controlProps, FieldFrame, type FieldSaying } from "./field-frame";

export interface KeptFile {
  id: string;
  name: string;
  size: number;
}

interface FileFieldProps extends FieldSaying {
  maxFiles?: number;
  maxBytes: number;
  accept?: string;
  /** Files that arrived with a post that was refused; ticked, they go along with the next one. */
  kept?: KeptFile[];
  keptName?: string;
}

/** Files to send along; what arrived with a refused form is listed and kept. */
export function FileField({ maxFiles = 1, maxBytes, accept, kept = [], keptName = "kept", ...field }: FileFieldProps) {
  const language = useLanguage();
  const { fields } = useStrings().site;
  const hint = (
    <>
      {field.hint}{" "}
      {maxFiles === 1
        ? fields.oneFile(formatFileSize(maxBytes))
        : fields.files(formatCount(maxFiles, language), formatFileSize(maxBytes))}
    </>
  );
  return (
    <div className="file-field">
      <FieldFrame {...field} hint={hint}>
        <input
          {...controlProps({ ...field, hint })}
          type="file"
          multiple={maxFiles > 1}
          accept={accept}
          className="input-file"
          data-max-bytes={maxBytes}
        />
      </FieldFrame>
      <ul className="chosen-files" data-chosen="" data-too-large={fields.tooLarge} />
      <Upload />
      {kept.length > 0 && (
        <fieldset className="kept-files">
          <legend>{fields.keptFiles}</legend>
          {kept.map((file) => (
            <Choice
              key={file.id}
              type="checkbox"
              name={keptName}
              id={`${keptName}-${file.id}`}
              value={file.id}
              label={<bdi>{file.name}</bdi>}
              hint={formatFileSize(file.size)}
              isChecked
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** How far sending has come; the script shows it. */
function Upload() {
  const { fields } = useStrings().site;
  return (
    <div className="upload" hidden data-upload="">
      <p role="status" className="upload-running">
        {fields.uploading} <span data-upload-percent="" />
      </p>
      <progress max={100} value={0} aria-label={fields.uploading} />
      <button type="button" className="button button-plain" data-upload-cancel="">
        {fields.uploadCancel}
      </button>
      <p role="alert" className="field-error upload-failed">
        {fields.uploadFailed}
      </p>
    </div>
  );
}

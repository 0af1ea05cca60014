import { formatFileSize } from "~/i18n/format";
import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { deskMedia } from "~/i18n/zh-CN/desk-media";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { FileField } from "~/ui/file-field";
import { href } from "~/ui/href";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { FILE_FIELDS } from "../forms";
import {
  ACCEPTED_ENDINGS,
  MAX_ALTERNATIVE,
  MAX_CAPTIONS_BYTES,
  MAX_STILL_BYTES,
  MAX_TRANSCRIPT,
  MAX_UPLOAD_BYTES,
  STILL_ENDINGS,
} from "../media-file";

type FileFieldName = (typeof FILE_FIELDS)[number];

export interface RefusedMedia {
  reasons: ReasonToTell[];
  values: Record<string, string | undefined>;
  /** Files that arrived with the refused form. */
  arrived: Partial<Record<FileFieldName, ArrivedFile>>;
}

interface ArrivedFile {
  id: string;
  fileName: string;
  size: number;
}

interface MediaFormProps {
  units: { code: string; name: string }[];
  refused: RefusedMedia | undefined;
}

const { add } = deskMedia;

/** One plain form; by script a long file goes ahead of it in parts and shows how far it is. */
export function MediaForm({ units, refused }: MediaFormProps) {
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const field = (name: string) => ({ name, error: errors[name], defaultValue: refused?.values[name] });
  const [only] = units;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="form"
      data-parts={href("/desk/media/uploads")}
      data-interrupted={add.interrupted}
      data-progress={add.progress}
    >
      {units.length === 1 ? (
        <input type="hidden" name="unit" value={only!.code} />
      ) : (
        <Select
          {...field("unit")}
          label={add.unit}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          required
        />
      )}
      <Field {...field("title")} label={add.name} hint={add.nameHint} required />
      <ArrivingFields errors={errors} values={refused?.values ?? {}} arrived={refused?.arrived ?? {}} isRequired />
      <p className="actions">
        <ActButton act="add" kind="primary">
          {add.submit}
        </ActButton>
      </p>
    </form>
  );
}

export interface ArrivingFieldsProps {
  errors: Record<string, string | undefined>;
  values: Record<string, string | undefined>;
  arrived: RefusedMedia["arrived"];
  isRequired?: boolean;
  /** What is asked for beside the file: of a recording, of a picture, or of either. */
  of?: "recording" | "picture" | "either";
}

/** A file with all that belongs to it. */
export function ArrivingFields({ errors, values, arrived, isRequired = false, of = "either" }: ArrivingFieldsProps) {
  const words = (name: string) => ({ name, error: errors[name], defaultValue: values[name] });
  const file = (name: FileFieldName) => ({ name, error: errors[name], before: arrived[name] });
  return (
    <>
      <Arriving
        {...file("file")}
        label={add.file}
        hint={add.fileHint}
        accept={ACCEPTED_ENDINGS}
        maxBytes={MAX_UPLOAD_BYTES}
        isRequired={isRequired}
      />
      <Arriving
        {...file("still")}
        label={add.still}
        hint={add.stillHint}
        accept={STILL_ENDINGS}
        maxBytes={MAX_STILL_BYTES}
      />
      {of !== "picture" && (
        <>
          <Arriving
            {...file("captions")}
            label={add.captions}
            hint={add.captionsHint}
            accept=".vtt"
            maxBytes={MAX_CAPTIONS_BYTES}
          />
          <TextArea
            {...words("transcript")}
            label={add.transcript}
            hint={add.transcriptHint}
            rows={8}
            limit={MAX_TRANSCRIPT}
          />
        </>
      )}
      {of !== "recording" && (
        <TextArea
          {...words("textAlternative")}
          label={add.textAlternative}
          hint={add.textAlternativeHint}
          rows={4}
          limit={MAX_ALTERNATIVE}
        />
      )}
    </>
  );
}

interface ArrivingProps {
  name: FileFieldName;
  label: string;
  hint: string;
  accept: string;
  maxBytes: number;
  error: string | undefined;
  /** The file that arrived with a refused form. */
  before: ArrivedFile | undefined;
  isRequired?: boolean;
}

/** A file field, and the id of the file that arrived for it before. */
function Arriving({ name, label, hint, accept, maxBytes, error, before, isRequired = false }: ArrivingProps) {
  return (
    <>
      <FileField
        {...{ name, label, accept, maxBytes }}
        hint={before ? `${hint} ${add.arrived(before.fileName, formatFileSize(before.size))}` : hint}
        error={error}
        required={isRequired}
      />
      <input type="hidden" name={`${name}Upload`} value={before?.id ?? ""} />
    </>
  );
}

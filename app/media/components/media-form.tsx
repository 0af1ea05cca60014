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
  arrived: Partial<Record<FileFieldName, { id: string; fileName: string; size: number }>>;
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
      <Arriving
        name="file"
        label={add.file}
        hint={add.fileHint}
        accept={ACCEPTED_ENDINGS}
        maxBytes={MAX_UPLOAD_BYTES}
        {...{ errors, refused }}
      />
      <Arriving
        name="still"
        label={add.still}
        hint={add.stillHint}
        accept={STILL_ENDINGS}
        maxBytes={MAX_STILL_BYTES}
        {...{ errors, refused }}
      />
      <Arriving
        name="captions"
        label={add.captions}
        hint={add.captionsHint}
        accept=".vtt"
        maxBytes={MAX_CAPTIONS_BYTES}
        {...{ errors, refused }}
      />
      <TextArea
        {...field("transcript")}
        label={add.transcript}
        hint={add.transcriptHint}
        rows={8}
        limit={MAX_TRANSCRIPT}
      />
      <TextArea
        {...field("textAlternative")}
        label={add.textAlternative}
        hint={add.textAlternativeHint}
        rows={4}
        limit={MAX_ALTERNATIVE}
      />
      <p className="actions">
        <ActButton act="add" kind="primary">
          {add.submit}
        </ActButton>
      </p>
    </form>
  );
}

interface ArrivingProps extends Pick<MediaFormProps, "refused"> {
  name: FileFieldName;
  label: string;
  hint: string;
  accept: string;
  maxBytes: number;
  errors: Record<string, string>;
}

/** A file field, and the id of the file that arrived for it before. */
function Arriving({ name, label, hint, accept, maxBytes, errors, refused }: ArrivingProps) {
  const before = refused?.arrived[name];
  return (
    <>
      <FileField
        {...{ name, label, accept, maxBytes }}
        hint={before ? `${hint} ${add.arrived(before.fileName, formatFileSize(before.size))}` : hint}
        error={errors[name]}
        required={name === "file"}
      />
      <input type="hidden" name={`${name}Upload`} value={before?.id ?? ""} />
    </>
  );
}

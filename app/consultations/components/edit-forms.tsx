import { reasonsByField } from "~/i18n/reasons";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { ActButton } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { FileField } from "~/ui/file-field";
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from "../forms";
import type { PreparedFields } from "../prepared-fields";
import { fieldId, type RefusedForm } from "./act-forms";
import { PrepareFields, type Texts } from "./prepare-fields";

interface EditFormsProps {
  prepared: Omit<PreparedFields, "decisionKind" | "showComments"> & { decisionKind: string; showComments: string };
  attachments: { id: string; name: string }[];
  version: number;
  refused: RefusedForm | undefined;
}

const { bench, hints } = deskConsultations;

/** While it is being prepared: the fields, and beside them the files. */
export function EditForms({ prepared, attachments, version, refused }: EditFormsProps) {
  const own = (act: string) => (refused?.act === act ? refused : undefined);
  const edited = own("edit");
  return (
    <>
      <form method="post" noValidate className="form">
        <input type="hidden" name="version" value={version} />
        <PrepareFields
          values={edited?.values ?? textsOf(prepared)}
          errors={reasonsByField(edited?.reasons ?? [], "zh-CN")}
        />
        <ActButton act="edit" kind="primary">
          {bench.buttons.edit}
        </ActButton>
      </form>
      <AttachmentsForm attachments={attachments} version={version} refused={own("change_attachments")} />
    </>
  );
}

function AttachmentsForm({ attachments, version, refused }: Omit<EditFormsProps, "prepared">) {
  const act = "change_attachments";
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  return (
    <form method="post" encType="multipart/form-data" noValidate className="form">
      <input type="hidden" name="version" value={version} />
      {attachments.length > 0 && (
        <CheckboxGroup
          name="remove"
          id={fieldId(act, "remove")}
          label={bench.removeAttachments}
          error={errors.remove}
          options={attachments.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        />
      )}
      <FileField
        name="attachment"
        id={fieldId(act, "attachment")}
        label={bench.addAttachments}
        hint={hints.attachment}
        error={errors.attachment}
        kept={refused?.kept}
        maxFiles={MAX_ATTACHMENTS}
        maxBytes={MAX_ATTACHMENT_BYTES}
      />
      <ActButton act={act}>{bench.buttons.change_attachments}</ActButton>
    </form>
  );
}

function textsOf({ askStance, ...prepared }: EditFormsProps["prepared"]): Texts {
  const texts = Object.entries(prepared).map(([name, value]) => [name, value ?? ""]);
  return { ...Object.fromEntries(texts), askStance: askStance ? "yes" : "no" };
}

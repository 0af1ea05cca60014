import { deskAids } from "~/i18n/zh-CN/desk-aids";
import { ActButton } from "~/ui/button";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import type { MessageAids } from "../aids-shown";

const { templates: texts } = deskAids;

/** Puts a template into the draft; its fields stay open until somebody fills them. */
export function TemplateChoice({ aids: { templates }, version }: { aids: MessageAids; version: number }) {
  return (
    <Section id="templates" title={texts.title} lead={texts.lead}>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="version" value={version} />
        <Select
          name="template"
          id="template"
          label={texts.choose}
          options={templates.map(({ id, name, isOffice, fields }) => ({
            value: String(id),
            label: [name, ...(isOffice ? [texts.office] : []), texts.fields(fields.join("、"))].join(" · "),
          }))}
          required
        />
        <ActButton act="use_template">{texts.use}</ActButton>
      </form>
      <p>
        <a href={href("/desk/templates")}>{texts.manage}</a>
      </p>
    </Section>
  );
}

import { describe, expect, it } from "vitest";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { Field } from "~/ui/field";
import { FileField } from "~/ui/file-field";
import { RadioGroup } from "~/ui/radio-group";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { markup, missingIds, tag, text } from "./rendering";

const YES_NO = [
  { value: "yes", label: "可以公开", hint: "隐去个人信息" },
  { value: "no", label: "不公开" },
];

describe("a field", () => {
  it("is named by its label and says whether it must be filled in", () => {
    const html = markup(<Field name="title" label="标题" required />);
    expect(tag(html, "label")).toContain('for="title"');
    expect(text(html)).toBe("标题 必填");
    expect(tag(html, "input")).toContain("required");
    expect(text(markup(<Field name="name" label="称呼" />))).toBe("称呼 选填");
    expect(text(markup(<Field name="name" label="Name" />, "en"))).toBe("Name optional");
  });

  it("ties hint and error to the control, so that both are read out with it", () => {
    const html = markup(<Field name="closesOn" label="截止日" type="date" hint="不少于30日" error="请填写日期" />);
    expect(tag(html, "input")).toContain('aria-describedby="closesOn-hint closesOn-error"');
    expect(tag(html, "input")).toContain('aria-invalid="true"');
    expect(missingIds(html)).toEqual([]);
    expect(text(html)).toContain("错误：请填写日期");
  });

  it("keeps what was entered, even what looks like markup", () => {
    const html = markup(<Field name="name" label="称呼" defaultValue={`"><script>`} />);
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it("tells the limit of a text, but never cuts off what is pasted", () => {
    const html = markup(<TextArea name="body" label="意见" limit={10000} defaultValue="写到一半" />);
    expect(text(html)).toContain("最多 10,000 字");
    expect(tag(html, "textarea")).toContain('data-limit="10000"');
    expect(html).not.toContain("maxlength");
    expect(html).toContain(">写到一半</textarea>");
  });

  it("offers a list with an empty choice first", () => {
    const html = markup(<Select name="unit" label="单位" options={[{ value: "office", label: "区政务公开办" }]} />);
    expect(html.indexOf("请选择")).toBeLessThan(html.indexOf("区政务公开办"));
    expect(missingIds(html)).toEqual([]);
  });
});

describe("a group of choices", () => {
  it("puts the question in a legend and chooses nothing for people", () => {
    const html = markup(<RadioGroup name="publish" label="可否公开" options={YES_NO} />);
    expect(html).toMatch(/<legend>.*可否公开/);
    expect(html).not.toContain("checked");
    expect(missingIds(html)).toEqual([]);
  });

  it("gives its first option the field's own id, where the error summary leads", () => {
    const html = markup(<RadioGroup name="publish" label="可否公开" options={YES_NO} error="请选择一项。" />);
    expect(tag(html, "input", 'value="yes"')).toContain('id="publish"');
    expect(tag(html, "input", 'value="no"')).toContain('id="publish-no"');
    expect(tag(html, "fieldset")).toContain('aria-describedby="publish-error"');
  });

  it("keeps the choices made", () => {
    const radio = markup(<RadioGroup name="publish" label="可否公开" options={YES_NO} defaultValue="no" />);
    expect(tag(radio, "input", 'value="no"')).toContain("checked");
    const boxes = markup(<CheckboxGroup name="s" label="哪几句" options={YES_NO} defaultValues={["yes", "no"]} />);
    expect(boxes.match(/checked/g)).toHaveLength(2);
  });
});

describe("a field for files", () => {
  it("says how many and how large, and lists what has already arrived", () => {
    const kept = [{ id: "f1", name: "意见书.docx", size: 48123 }];
    const html = markup(
      <FileField name="attachment" label="附件" maxFiles={5} maxBytes={20 * 1024 ** 2} kept={kept} />,
    );
    expect(text(html)).toContain("最多 5 个文件，每个不超过 20 MB");
    expect(tag(html, "input", 'type="file"')).toContain("multiple");
    expect(tag(html, "input", 'name="kept"')).toContain('value="f1"');
    expect(tag(html, "input", 'name="kept"')).toContain("checked");
    expect(missingIds(html)).toEqual([]);
  });
});

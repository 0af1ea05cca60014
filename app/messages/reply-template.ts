import type { Reason } from "~/platform/refusal";

export const TEMPLATE_NAME_MAX = 50;
export const TEMPLATE_BODY_MAX = 5_000;
/** A reply that is all fields is a form, not a letter. */
const MOST_FIELDS = 20;

const FIELD = /【([^【】\n]{1,30})】/g;

/** The fields of a template, each once, in the order in which they stand: 【办结日期】. */
export function fieldsOf(text: string): string[] {
  return [...new Set([...text.matchAll(FIELD)].map(([, name = ""]) => name.trim()))].filter((name) => name !== "");
}

/** What speaks against keeping a template: it needs a name, words, and one field at least, or it is a 万能回复. */
export function templateReasons({ name, body }: { name: string; body: string }): Reason[] {
  const fields = fieldsOf(body);
  return [
    ...(name.trim() === "" ? [{ code: "required", field: "name" }] : []),
    ...([...name].length > TEMPLATE_NAME_MAX
      ? [{ code: "too_long", field: "name", params: { maximum: TEMPLATE_NAME_MAX } }]
      : []),
    ...([...body].length > TEMPLATE_BODY_MAX
      ? [{ code: "too_long", field: "body", params: { maximum: TEMPLATE_BODY_MAX } }]
      : []),
    ...(body.trim() !== "" && fields.length === 0 ? [{ code: "template_without_field", field: "body" }] : []),
    ...(body.trim() === "" ? [{ code: "required", field: "body" }] : []),
    ...(fields.length > MOST_FIELDS
      ? [{ code: "template_too_many_fields", field: "body", params: { maximum: MOST_FIELDS } }]
      : []),
  ];
}

/**
 * Fields of a known template that still stand in the reply as they stood there. Other words in 【】 are the officer's
 * own and stay.
 */
export function unfilledReasons(reply: string, templates: readonly { body: string }[], field: string): Reason[] {
  const known = new Set(templates.flatMap(({ body }) => fieldsOf(body)));
  return fieldsOf(reply)
    .filter((name) => known.has(name))
    .map((name) => ({ code: "template_field_unfilled", field, params: { name } }));
}

import type { Language } from "~/i18n/language";
import { strings, type Strings } from "~/i18n/strings";

interface Frame {
  language: Language;
  identity: { name: string };
}

/**
 * Title and description of a page, in the reader's language:
 * `export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageMeta(matches, (s) => ({ title: … }))`.
 */
export function pageMeta(
  matches: { id: string; data?: unknown }[],
  of: (strings: Strings, language: Language) => { title?: string; description?: string; hidden?: boolean },
) {
  const frame = matches.find(({ id }) => id === "root")?.data as Partial<Frame> | undefined;
  const language = frame?.language ?? "zh-CN";
  const { title, description, hidden } = of(strings(language), language);
  return [
    { title: [title, frame?.identity?.name].filter(Boolean).join(" · ") },
    ...(description ? [{ name: "description", content: description }] : []),
    ...(hidden ? [{ name: "robots", content: "noindex" }] : []),
  ];
}

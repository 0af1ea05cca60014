import { formatCount, formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DefinitionList } from "~/ui/definition-list";
import { Section } from "~/ui/section";

export interface ResultFacts {
  date: string;
  tool: string;
  rules: string[];
  pages: { address: string; found: number; widths: number[]; languages: string[] }[];
}

/** What the last recorded run of the browser test found: its own figures, page by page. */
export function Results({ results: { date, tool, rules, pages } }: { results: ResultFacts }) {
  const language = useLanguage();
  const { accessibilityResults: texts } = useStrings();
  const count = (value: number) => formatCount(value, language);
  const found = pages.reduce((sum, page) => sum + page.found, 0);
  const widths = [...new Set(pages.flatMap((page) => page.widths))].map(String);
  return (
    <Section id="results" title={texts.title}>
      <DefinitionList
        items={[
          { term: texts.date, description: formatDate(date, language) },
          { term: texts.tool, description: texts.toolRules(tool, count(rules.length)) },
          { term: texts.widths, description: texts.pixels(widths.join(texts.and)) },
          { term: texts.pages, description: texts.pageCount(count(pages.length)) },
          { term: texts.found, description: texts.foundCount(count(found)) },
        ]}
      />
      <details>
        <summary>{texts.list}</summary>
        <ul>
          {pages.map(({ address, found: inPage }) => (
            <li key={address}>
              <code>{address}</code> {texts.foundCount(count(inPage))}
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{texts.ruleList}</summary>
        <p lang="en">{rules.join(" · ")}</p>
      </details>
    </Section>
  );
}

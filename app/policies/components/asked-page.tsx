import { useStrings } from "~/i18n/strings";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { Page } from "~/ui/page";

interface AskedPageProps {
  number: number;
  state: "waiting" | "answered" | "declined";
  at: Date | string;
  answeredAt: Date | string | null;
  askedAs: string | null;
  answer: string | null;
  policy: { slug: string; title: string; titleEn: string | null };
  unit: { name: string; nameEn: string };
}

/** What became of a reader's question: its number, state, days and holder, and the answer once there is one. */
export function AskedPage({ number, state, at, answeredAt, askedAs, answer, policy, unit }: AskedPageProps) {
  const { asked, list } = useStrings().policies;
  return (
    <Page
      title={asked.title}
      lead={<p>{asked.keep}</p>}
      breadcrumbs={[{ label: list.title, href: "/policies" }, { label: asked.title }]}
    >
      <DefinitionList
        items={[
          { term: asked.number, description: number },
          { term: asked.state, description: asked.states[state] },
          { term: asked.askedOn, description: <DateText instant={at} /> },
          { term: asked.answeredOn, description: answeredAt && <DateText instant={answeredAt} /> },
          {
            term: asked.about,
            description: (
              <a href={href(`/policies/${policy.slug}`)}>
                <OfficialText zh={policy.title} en={policy.titleEn} />
              </a>
            ),
          },
          { term: asked.question, description: askedAs && <OfficialText zh={askedAs} /> },
          { term: asked.holder, description: <OfficialText zh={unit.name} en={unit.nameEn} /> },
        ]}
      />
      {answer && (
        <Notice kind="settled" title={state === "answered" ? asked.answer : asked.why}>
          <div lang="zh-CN">
            <Paragraphs text={answer} />
          </div>
        </Notice>
      )}
      <p>
        <a href={href(`/policies/${policy.slug}`)}>{asked.toPolicy}</a>
      </p>
    </Page>
  );
}

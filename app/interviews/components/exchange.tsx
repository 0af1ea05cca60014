import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DateText } from "~/ui/date-text";
import { Thread } from "~/ui/thread";
import type { ShownQuestion } from "../interview-facts";
import { Lines } from "./written";
import { MixedText } from "~/ui/mixed-text";

/** Questions and answers in the order in which the questions were shown. */
export function Exchange({ questions }: { questions: ShownQuestion[] }) {
  return (
    <div className="exchange">
      {questions.map((question) => (
        <Question key={question.number} question={question} />
      ))}
    </div>
  );
}

function Question({ question }: { question: ShownQuestion }) {
  const language = useLanguage();
  const { page } = useStrings().interviews;
  const { number, body, isGist, name, shownAt, answers } = question;
  const label = page.question(formatCount(number, language));
  const who = isGist ? page.gist : (name ?? page.anonymous);
  return (
    <section id={`question-${number}`} aria-label={label}>
      <Thread
        label={label}
        knots={[
          {
            kind: "question",
            title: (
              <>
                {formatCount(number, language)} ·{" "}
                <bdi>
                  <MixedText text={who} />
                </bdi>{" "}
                · <DateText instant={shownAt} />
              </>
            ),
            children: (
              <div lang="zh-CN">
                <Lines text={body} />
              </div>
            ),
          },
          {
            kind: "answer",
            title: answers[0] ? <DateText instant={answers[0].at} /> : page.waiting,
            isWaiting: answers.length === 0,
            children: answers.length > 0 && <Answer answers={answers} />,
          },
        ]}
      />
    </section>
  );
}

/** The last version counts; what was said before stays readable. */
function Answer({ answers }: Pick<ShownQuestion, "answers">) {
  const { page } = useStrings().interviews;
  const last = answers.at(-1);
  const earlier = answers.slice(0, -1);
  if (!last) return null;
  return (
    <div lang="zh-CN">
      <Lines text={last.text} />
      {last.note && (
        <p className="hint">
          {page.corrected}
          {last.note} <DateText instant={last.at} />
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{page.earlier}</summary>
          {earlier.map(({ version, text, at }) => (
            <div key={version}>
              <DateText instant={at} />
              <Lines text={text} />
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

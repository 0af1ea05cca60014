import { formatCount } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskInterviews } from "~/i18n/zh-CN/desk-interviews";
import { ActButton } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { Quote } from "~/ui/quote";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { DeskInterview, DeskQuestion as Question } from "../desk-facts";
import { MAX_ANSWER, MAX_QUESTION } from "../forms";
import { DECLINE_GROUNDS } from "../question";
import { Lines } from "./written";
import type { RefusedAct } from "./refused-act";

const { fields, page } = deskInterviews;

interface DeskQuestionProps {
  question: Question;
  may: DeskInterview["may"];
  refused: RefusedAct | null;
}

/** One question with what its moderator may do about it. */
export function DeskQuestion({ question, may, refused }: DeskQuestionProps) {
  const { grounds } = useStrings().interviews;
  const { number, state, body, name, consentsToPublish, receivedAt, shownBody, answer, declineGround } = question;
  return (
    <Section title={page.question(formatCount(number, "zh-CN"))} level={3} id={`question-${number}`}>
      <Quote
        source={
          <>
            {name && `${page.from(name)} · `}
            <DateText instant={receivedAt} /> · {consentsToPublish ? page.consents : page.refuses}
          </>
        }
      >
        <Lines text={body} />
      </Quote>
      {shownBody !== null && shownBody !== body && (
        <p>
          {page.shownAs}：<bdi>{shownBody}</bdi>
        </p>
      )}
      {answer && <Quote source={page.answer}>{<Lines text={answer} />}</Quote>}
      {declineGround && (
        <p>
          {grounds[declineGround]}：<bdi>{question.declineReason}</bdi>
        </p>
      )}
      {state === "pending" && may.show && <ShowForm {...{ question, refused }} />}
      {state === "shown" && may.answer && <AnswerForm {...{ question, refused }} />}
      {(state === "pending" || state === "shown") && may.show && <DeclineForm {...{ question, refused }} />}
      {state === "answered" && may.correct && <CorrectForm {...{ question, refused }} />}
    </Section>
  );
}

type FormProps = Omit<DeskQuestionProps, "may">;

/** The same field stands on the page once for each question: its id names the question. */
function fieldOf({ question, refused }: FormProps, act: string, name: keyof typeof fields) {
  const isRefused = refused?.act === act && refused.number === String(question.number);
  return {
    name,
    id: `${act}-${question.number}-${name}`,
    label: fields[name],
    error: isRefused ? refused.errors[name] : undefined,
    defaultValue: isRefused ? refused.values[name] : undefined,
  };
}

function ShowForm(props: FormProps) {
  const { number, consentsToPublish } = props.question;
  const field = fieldOf(props, "show", "gist");
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="number" value={number} />
      <TextArea
        {...field}
        hint={consentsToPublish ? page.gistHint : undefined}
        rows={2}
        limit={MAX_QUESTION}
        required={!consentsToPublish}
      />
      <ActButton act="show">{page.show}</ActButton>
    </form>
  );
}

function AnswerForm(props: FormProps) {
  return (
    <form method="post" className="form" noValidate data-keep={`answer:${props.question.number}`}>
      <input type="hidden" name="number" value={props.question.number} />
      <TextArea {...fieldOf(props, "answer", "text")} rows={6} limit={MAX_ANSWER} required />
      <ActButton act="answer" kind="primary">
        {page.answerIt}
      </ActButton>
    </form>
  );
}

function DeclineForm(props: FormProps) {
  const { grounds } = useStrings().interviews;
  const { refused, question } = props;
  const isOpen = refused?.act === "decline" && refused.number === String(question.number);
  return (
    <details open={isOpen}>
      <summary>{page.decline}</summary>
      <form method="post" className="form" noValidate>
        <p className="hint">{page.declineLead}</p>
        <input type="hidden" name="number" value={question.number} />
        <Select
          {...fieldOf(props, "decline", "ground")}
          options={DECLINE_GROUNDS.map((value) => ({ value, label: grounds[value] }))}
          required
        />
        <TextArea {...fieldOf(props, "decline", "reason")} rows={2} required />
        <ActButton act="decline">{page.decline}</ActButton>
      </form>
    </details>
  );
}

function CorrectForm(props: FormProps) {
  const { refused, question } = props;
  const isOpen = refused?.act === "correct" && refused.number === String(question.number);
  const text = fieldOf(props, "correct", "text");
  return (
    <details open={isOpen}>
      <summary>{page.correct}</summary>
      <form method="post" className="form" noValidate>
        <p className="hint">{page.correctLead}</p>
        <input type="hidden" name="number" value={question.number} />
        <TextArea
          {...text}
          defaultValue={text.defaultValue ?? question.answer ?? ""}
          rows={6}
          limit={MAX_ANSWER}
          required
        />
        <TextArea {...fieldOf(props, "correct", "note")} rows={2} required />
        <ActButton act="correct">{page.correct}</ActButton>
      </form>
    </details>
  );
}

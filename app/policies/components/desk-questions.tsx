import { formatDate } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Paragraphs } from "~/ui/official-text";
import { Quote } from "~/ui/quote";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { MAX_QUESTION } from "../reader-forms";
import { optionsOf, type Texts } from "./desk-fields";

const texts = deskPolicies.questions;

interface QuestionFacts {
  number: number;
  state: "waiting" | "answered" | "declined";
  text: string;
  clause: string | null;
  material: string | null;
  askedAs: string | null;
  answer: string | null;
  answeredOn: string | null;
}

interface DeskQuestionsProps {
  questions: QuestionFacts[];
  mayAnswer: boolean;
  refused: { reasons: Reason[]; typed: Texts } | undefined;
}

/** What readers asked, each with its end or the form that gives it one. */
export function DeskQuestions({ questions, mayAnswer, refused }: DeskQuestionsProps) {
  if (questions.length === 0) return <EmptyState title={texts.empty}>{texts.emptyWhy}</EmptyState>;
  return (
    <>
      {questions.map((question) => (
        <Section key={question.number} title={texts.number(question.number)} id={`question-${question.number}`}>
          <Quote source={sourceOf(question)}>{question.text}</Quote>
          {question.state === "waiting" ? (
            mayAnswer && <AnswerForm number={question.number} refused={refused} />
          ) : (
            <End question={question} />
          )}
        </Section>
      ))}
    </>
  );
}

function sourceOf({ clause, material }: QuestionFacts): string {
  return [clause && texts.on(clause), material && texts.from(material)].filter(Boolean).join(" · ");
}

function End({ question: { state, askedAs, answer, answeredOn } }: { question: QuestionFacts }) {
  return (
    <>
      <p className="hint">{texts.done(texts.states[state], answeredOn ? formatDate(answeredOn, "zh-CN") : "")}</p>
      {askedAs && (
        <p>
          <strong>{askedAs}</strong>
        </p>
      )}
      {answer && <Paragraphs text={answer} />}
    </>
  );
}

function AnswerForm({ number, refused }: { number: number; refused: DeskQuestionsProps["refused"] }) {
  const own = refused?.typed.question === String(number) ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  const field = (name: "outcome" | "askedAs" | "answer") => ({
    name,
    id: own ? name : `${name}-${number}`,
    label: texts[name],
    defaultValue: own?.typed[name],
    error: errors[name],
  });
  return (
    <form method="post" noValidate className="form">
      <input type="hidden" name="question" value={number} />
      <RadioGroup {...field("outcome")} required options={optionsOf(["answered", "declined"], texts.outcomes)} />
      <TextArea {...field("askedAs")} rows={2} limit={MAX_QUESTION} />
      <TextArea {...field("answer")} required rows={5} />
      <ActButton act="answer_question">{deskPolicies.bench.buttons.answer_question}</ActButton>
    </form>
  );
}

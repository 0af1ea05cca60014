import { formatCount } from "~/i18n/format";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskInterviews } from "~/i18n/zh-CN/desk-interviews";
import { ActButton } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { DefinitionList } from "~/ui/definition-list";
import { ErrorSummary } from "~/ui/error-summary";
import { History } from "~/ui/history";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import type { DeskInterview, DeskQuestion as Question } from "../desk-facts";
import { DeskQuestion } from "./desk-question";
import { InterviewActs } from "./interview-acts";
import { InterviewBadge } from "./interview-badge";
import { PrepareFields } from "./prepare-fields";
import type { RefusedAct } from "./refused-act";

const { list, fields, page: texts, events } = deskInterviews;

interface DeskInterviewPageProps {
  interview: DeskInterview;
  /** The fields of the announcement as the form shows them. */
  written: Record<string, string | undefined>;
  refused: RefusedAct | null;
}

/** One interview at the desk: where it stands, its questions, and what may be done about each. */
export function DeskInterviewPage({ interview, written, refused }: DeskInterviewPageProps) {
  const { slug, title, state, guest, beginsAt, unit } = interview;
  const isPublic = state !== "preparing" && state !== "in_review";
  const mayEdit = interview.offers.some(({ act, reasons }) => act === "edit" && reasons.length === 0);
  return (
    <div data-watch={`desk:${interview.unitCode}`}>
      <Page
        title={title}
        eyebrow={<InterviewBadge state={state} />}
        lead={
          <p>
            {guest} · <DateText instant={beginsAt} /> · {unit.name}
          </p>
        }
        breadcrumbs={[
          { label: deskConsultations.home.title, href: "/desk" },
          { label: list.title, href: "/desk/interviews" },
          { label: title },
        ]}
        width="wide"
      >
        <Summary refused={refused} />
        {isPublic && (
          <p>
            <a href={href(`/interviews/${slug}`)}>{texts.public}</a>
          </p>
        )}
        <Section title={texts.acts} id="acts">
          <InterviewActs interview={interview} refused={refused} />
        </Section>
        {mayEdit && <EditForm version={interview.version} written={written} refused={refused} />}
        {isPublic && <Questions interview={interview} refused={refused} />}
        <Section title={texts.history} id="history">
          <History
            label={texts.history}
            entries={interview.history.toReversed().map(({ seq, at, kind, by }) => ({
              ...{ id: seq, at },
              title: events[kind.replace(/^interview\./, "")] ?? kind,
              by: by ? texts.by(by) : texts.bySystem,
            }))}
          />
        </Section>
      </Page>
    </div>
  );
}

/** Each line leads to the field of the form that was refused. */
function Summary({ refused }: { refused: RefusedAct | null }) {
  if (!refused) return null;
  const idOf = (field: string) => (refused.number ? `${refused.act}-${refused.number}-${field}` : field);
  const reasons = refused.reasons.map((reason) => (reason.field ? { ...reason, field: idOf(reason.field) } : reason));
  const labels = Object.fromEntries(Object.entries(fields).map(([name, label]) => [idOf(name), label]));
  return <ErrorSummary reasons={reasons} labels={labels} />;
}

function EditForm({
  version,
  written,
  refused,
}: Pick<DeskInterviewPageProps, "written" | "refused"> & { version: number }) {
  const isRefused = refused?.act === "edit";
  return (
    <Section title={texts.edit} id="edit">
      <form method="post" className="form" noValidate>
        <input type="hidden" name="version" value={version} />
        <PrepareFields values={isRefused ? refused.values : written} errors={isRefused ? refused.errors : {}} />
        <ActButton act="edit">{texts.save}</ActButton>
      </form>
    </Section>
  );
}

function Questions({ interview, refused }: Pick<DeskInterviewPageProps, "interview" | "refused">) {
  const { counts, pending, shown, ended, may } = interview;
  const count = (value: number) => formatCount(value, "zh-CN");
  const part = (title: string, id: string, questions: Question[], none: string) => (
    <Section title={title} id={id}>
      {questions.length === 0 && <p>{none}</p>}
      {questions.map((question) => (
        <DeskQuestion key={question.number} question={question} may={may} refused={refused} />
      ))}
    </Section>
  );
  return (
    <>
      <Section title={texts.counts} id="counts">
        <div id="desk-counts" data-live="">
          <DefinitionList
            items={[
              { term: texts.received, description: count(counts.received) },
              { term: texts.pending, description: count(counts.pending) },
              { term: texts.waiting, description: count(counts.waiting) },
              { term: texts.answered, description: count(counts.answered) },
              { term: texts.declined, description: count(counts.declined) },
            ]}
          />
        </div>
      </Section>
      {part(texts.shownTitle, "shown", shown, texts.noneShown)}
      {part(texts.pendingTitle, "pending", pending, texts.nonePending)}
      {part(texts.endedTitle, "ended", ended, texts.noneEnded)}
    </>
  );
}

import { deskAids } from "~/i18n/zh-CN/desk-aids";
import { ActButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import type { MessageAids, ShownRequest } from "../aids-shown";

const { requests: texts } = deskAids;
const SHOWN_OF_PARAGRAPH = 30;

/** Every request of the message with the paragraph that answers it, so that none is left unanswered. */
export function RequestChecklist({ aids: { requests, paragraphs, mayTick } }: { aids: MessageAids }) {
  if (requests.length === 0) return <Section id="requests" title={texts.title} lead={texts.none} />;
  return (
    <Section id="requests" title={texts.title} lead={texts.lead}>
      {!mayTick && (
        <ol>
          {requests.map((request) => (
            <li key={request.number}>
              <Asked request={request} /> <span className="hint">{standOf(request)}</span>
            </li>
          ))}
        </ol>
      )}
      {mayTick && <ChecklistForm requests={requests} paragraphs={paragraphs} />}
    </Section>
  );
}

function ChecklistForm({ requests, paragraphs }: Pick<MessageAids, "requests" | "paragraphs">) {
  const options = [
    ...paragraphs.map((text, index) => ({
      value: String(index + 1),
      label: texts.paragraph(index + 1, [...text].slice(0, SHOWN_OF_PARAGRAPH).join("")),
    })),
    { value: "none", label: texts.left },
  ];
  return (
    <form method="post" className="form" noValidate>
      {paragraphs.length === 0 && <p className="hint">{texts.noDraft}</p>}
      {requests.map((request) => (
        <div key={request.number}>
          <p>
            <Asked request={request} />
          </p>
          <input type="hidden" name="request" value={request.number} />
          <Select
            name="place"
            id={`tick-${request.number}`}
            label={texts.place(request.number)}
            empty={texts.notYet}
            options={options}
            defaultValue={request.isTicked ? String(request.paragraph ?? "none") : ""}
          />
          <Field
            name="why"
            id={`why-${request.number}`}
            label={texts.why(request.number)}
            hint={texts.whyHint}
            defaultValue={request.reason ?? ""}
          />
        </div>
      ))}
      <ActButton act="tick">{texts.save}</ActButton>
    </form>
  );
}

function Asked({ request: { number, kind, text, sentence } }: { request: ShownRequest }) {
  return (
    <>
      <strong>
        {texts.request(number)}（{texts.kinds[kind]}）
      </strong>{" "}
      <bdi>{text}</bdi>
      {sentence.trim() !== text.trim() && (
        <span className="hint">
          {" "}
          {texts.sentence}
          <bdi>{sentence}</bdi>
        </span>
      )}
    </>
  );
}

function standOf({ isTicked, paragraph, reason }: ShownRequest): string {
  if (!isTicked) return texts.open;
  return paragraph === null ? `${texts.leftOut}${reason ?? ""}` : texts.answeredIn(paragraph);
}

import { reasonText } from "~/i18n/reasons";
import { deskInterviews } from "~/i18n/zh-CN/desk-interviews";
import type { Reason } from "~/platform/refusal";
import { ActButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import type { DeskInterview } from "../desk-facts";
import type { Act } from "../interview";
import type { RefusedAct } from "./refused-act";

const { acts, fields, page } = deskInterviews;

interface InterviewActsProps {
  interview: DeskInterview;
  refused: RefusedAct | null;
}

/** The steps that this person may take now; where something is missing, all of it instead of a button. */
export function InterviewActs({ interview, refused }: InterviewActsProps) {
  const offers = interview.offers.filter(({ act }) => act !== "edit");
  if (offers.length === 0) return <p>{page.nothing}</p>;
  return (
    <>
      {offers.map(({ act, reasons }) => (
        <Section key={act} title={acts[act]} level={3} id={`act-${act}`}>
          {reasons.length > 0 ? (
            <Blocked name={acts[act]} reasons={reasons} />
          ) : (
            <ActForm act={act} version={interview.version} refused={refused} />
          )}
        </Section>
      ))}
    </>
  );
}

function Blocked({ name, reasons }: { name: string; reasons: Reason[] }) {
  return (
    <Notice kind="ask" title={page.blocked(name)}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonText(reason, "zh-CN")}</li>
        ))}
      </ul>
    </Notice>
  );
}

function ActForm({ act, version, refused }: { act: Act; version: number; refused: RefusedAct | null }) {
  const isRefused = refused?.act === act;
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="version" value={version} />
      {act === "cancel" && (
        <TextArea
          name="reason"
          label={fields.reason}
          rows={3}
          defaultValue={isRefused ? refused.values.reason : undefined}
          error={isRefused ? refused.errors.reason : undefined}
          required
        />
      )}
      <ActButton act={act} kind={act === "cancel" ? "danger" : "primary"}>
        {acts[act]}
      </ActButton>
    </form>
  );
}

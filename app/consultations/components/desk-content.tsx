import { formatCount, formatDay } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { DefinitionList } from "~/ui/definition-list";
import { href } from "~/ui/href";
import { basisText } from "./consultation-clocks";
import { Paragraphs } from "~/ui/official-text";
import { WholeText } from "~/ui/whole-text";
import type { DecisionKind, PeriodLength } from "../period";
import type { PreparedFields } from "../prepared-fields";

interface DeskContentProps {
  prepared: Omit<PreparedFields, "decisionKind" | "showComments"> & { decisionKind: string; showComments: string };
  period: PeriodLength | null;
  /** Version 0: there is none yet. */
  draft: { href: string; version: number; clauses: number };
  attachments: { id: string; name: string }[];
}

const { bench, fields, showComments, askStance } = deskConsultations;

/** Everything that was entered, as those who review and sign need to read it. */
export function DeskContent({ prepared, period, draft, attachments }: DeskContentProps) {
  const { decisionKinds } = useStrings().consultationTerms;
  const words = (text: string | null) => (text ? <Paragraphs text={text} /> : bench.noText);
  const kind = decisionKinds[prepared.decisionKind as DecisionKind];
  return (
    <DefinitionList
      items={[
        { term: fields.title, description: prepared.title },
        { term: fields.titleEn, description: prepared.titleEn },
        { term: fields.decisionKind, description: kind ?? bench.noText },
        { term: fields.summary, description: words(prepared.summary) },
        { term: fields.summaryEn, description: prepared.summaryEn && words(prepared.summaryEn) },
        { term: bench.draft, description: <DraftLine draft={draft} /> },
        { term: fields.explanatoryNote, description: words(prepared.explanatoryNote) },
        { term: fields.legalBasis, description: words(prepared.legalBasis) },
        { term: bench.period, description: <PeriodLines prepared={prepared} period={period} /> },
        { term: fields.resultsPlan, description: prepared.resultsPlan ?? bench.noText },
        { term: fields.contactName, description: prepared.contactName || bench.noText },
        { term: fields.contactPhone, description: prepared.contactPhone || bench.noText },
        { term: fields.contactEmail, description: prepared.contactEmail },
        { term: fields.contactAddress, description: prepared.contactAddress },
        { term: fields.meetingNote, description: prepared.meetingNote && words(prepared.meetingNote) },
        {
          term: fields.showComments,
          description: prepared.showComments === "after" ? showComments.after : showComments.during,
        },
        { term: fields.askStance, description: prepared.askStance ? askStance.yes : askStance.no },
        { term: bench.attachments, description: <AttachmentLines attachments={attachments} /> },
      ]}
    />
  );
}

function DraftLine({ draft }: { draft: DeskContentProps["draft"] }) {
  if (draft.version === 0) return <a href={href(draft.href)}>{bench.noDraft}</a>;
  return <a href={href(draft.href)}>{bench.clauses(formatCount(draft.clauses, "zh-CN"), draft.version)}</a>;
}

/** What was entered elsewhere or follows from the fields, while these are still being edited. */
export function DeskSummary({ prepared, period, draft }: Omit<DeskContentProps, "attachments">) {
  return (
    <DefinitionList
      items={[
        { term: bench.draft, description: <DraftLine draft={draft} /> },
        { term: bench.period, description: <PeriodLines prepared={prepared} period={period} /> },
      ]}
    />
  );
}

interface PeriodProps {
  prepared: Pick<PreparedFields, "opensOn" | "closesOn" | "shortenedReason">;
  period: PeriodLength | null;
}

/** Both ways of counting, the least time and its source, and the public reason when it is shorter. */
function PeriodLines({ prepared, period }: PeriodProps) {
  const { units, periodBases, forces } = useStrings().consultationTerms;
  const { opensOn, closesOn, shortenedReason } = prepared;
  const day = (value: string | null) => (value ? formatDay(value, "zh-CN") : bench.noText);
  const count = (value: number) => formatCount(value, "zh-CN");
  return (
    <>
      <p>
        <WholeText text={deskConsultations.list.period(day(opensOn), day(closesOn))} />
      </p>
      {period && (
        <>
          <p>{bench.periodDays(count(period.difference), count(period.inclusive))}</p>
          <p>{bench.workingDays(count(period.workingDays))}</p>
          <p>
            {bench.minimum(
              `${period.minimum.value} ${units[period.minimum.unit]}`,
              basisText(periodBases[period.minimum.basis], "zh-CN"),
              period.minimum.force === "house_policy" ? "" : forces[period.minimum.force],
            )}
          </p>
          {period.isProvisional && <p>{bench.provisional}</p>}
        </>
      )}
      {(shortenedReason || period?.isShortened) && (
        <p>
          {bench.shortened}
          {shortenedReason ?? bench.noText}
        </p>
      )}
    </>
  );
}

function AttachmentLines({ attachments }: Pick<DeskContentProps, "attachments">) {
  if (attachments.length === 0) return <>{bench.noAttachments}</>;
  return (
    <ul>
      {attachments.map(({ id, name }) => (
        <li key={id}>
          <a href={href(`/attachments/${id}`)}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

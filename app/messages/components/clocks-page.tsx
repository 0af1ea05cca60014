import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskClocks as texts } from "~/i18n/zh-CN/desk-clocks";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { ActButton } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { TextArea } from "~/ui/text-area";
import { CLOCK_LENGTHS, type ChangedLength, type ClockLength } from "../clock-lengths";
import { MAX_REASON } from "../forms";
import { KINDS } from "../message";

export interface ClocksPageProps {
  lengths: Record<string, number>;
  changes: { id: number; at: Date; by: string; reason: string; recounted: number; lengths: ChangedLength[] }[];
  /** How many messages the change that was just saved counted anew. */
  saved: string | null;
  refused?: { reasons: ReasonToTell[]; values: Record<string, string | undefined> };
}

/** The lengths of every clock, one form; and what was changed before, with its reasons. */
export function ClocksPage({ lengths, changes, saved, refused }: ClocksPageProps) {
  const { kinds } = useStrings().messageTerms;
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  const fields = (of: ClockLength[]) => (
    <div className="filter-more-fields">
      {of.map(({ name, field }) => (
        <Field
          key={field}
          name={field}
          label={texts.labels[name]}
          inputMode="numeric"
          size="short"
          defaultValue={refused ? refused.values[field] : String(lengths[field])}
          error={errors[field]}
          required
        />
      ))}
    </div>
  );
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[
        { label: deskMessages.home, href: "/desk" },
        { label: deskMessages.list.title, href: "/desk/messages" },
        { label: texts.title },
      ]}
      width="wide"
    >
      {saved !== null && !refused && <Notice kind="settled" title={texts.saved(saved)} isLive />}
      <ErrorSummary reasons={refused?.reasons ?? []} labels={useLabels()} />
      <p>{texts.running}</p>
      <p className="hint">{texts.more}</p>
      <Section id="lengths" title={texts.lengths}>
        <form method="post" className="form" noValidate>
          {KINDS.map((kind) => (
            <Section key={kind} id={`kind-${kind}`} level={3} title={kinds[kind]}>
              {fields(CLOCK_LENGTHS.filter((one) => one.kind === kind))}
            </Section>
          ))}
          <Section id="kind-all" level={3} title={texts.all}>
            {fields(CLOCK_LENGTHS.filter((one) => one.kind === null))}
          </Section>
          <TextArea
            name="reason"
            label={texts.reason}
            hint={texts.reasonHint}
            rows={3}
            limit={MAX_REASON}
            defaultValue={refused?.values.reason}
            error={errors.reason}
            required
          />
          <ActButton act="save" kind="primary">
            {texts.save}
          </ActButton>
        </form>
      </Section>
      <History changes={changes} />
    </Page>
  );
}

function useLabels(): Record<string, string> {
  const { kinds } = useStrings().messageTerms;
  return {
    reason: texts.reason,
    ...Object.fromEntries(
      CLOCK_LENGTHS.map(({ name, kind, field }) => [field, `${kind ? kinds[kind] : ""}${texts.labels[name]}`]),
    ),
  };
}

function History({ changes }: Pick<ClocksPageProps, "changes">) {
  const { kinds } = useStrings().messageTerms;
  return (
    <Section id="history" title={texts.history}>
      {changes.length === 0 && <p>{texts.noHistory}</p>}
      {changes.map(({ id, at, by, reason, recounted, lengths }) => (
        <Section
          key={id}
          id={`change-${id}`}
          level={3}
          title={<DateText instant={at} />}
          lead={texts.by(by, recounted)}
        >
          <ul>
            {lengths.map(({ name, kind, field, before, after }) => (
              <li key={field}>{texts.changed(kind ? kinds[kind] : "", texts.labels[name], before, after)}</li>
            ))}
          </ul>
          <p dir="auto">{reason}</p>
        </Section>
      ))}
    </Section>
  );
}

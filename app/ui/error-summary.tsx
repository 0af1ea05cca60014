import { reasonText, type ReasonToTell } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";

interface ErrorSummaryProps {
  reasons: ReasonToTell[];
  /** The fields on this page by name, as people read them: a reason of another field has nowhere to lead. */
  labels?: Record<string, string>;
}

/** What has to be corrected, or why nothing came of it, at the top of a refused form; each line leads to its field. */
export function ErrorSummary({ reasons, labels = {} }: ErrorSummaryProps) {
  const language = useLanguage();
  const { fields } = useStrings().site;
  if (reasons.length === 0) return null;
  const isAboutFields = reasons.some(({ field }) => field);
  return (
    <div className="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} id="error-summary">
      <h2 id="error-summary-title">{isAboutFields ? fields.summary(reasons.length) : fields.refused}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.field ?? ""} ${reason.code}`}>
            <Line reason={reason} label={reason.field && labels[reason.field]} text={reasonText(reason, language)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ reason, label, text }: { reason: ReasonToTell; label: string | undefined; text: string }) {
  if (!reason.field) return <>{text}</>;
  return (
    <a href={`#${reason.field}`}>
      {label && <strong>{label}</strong>}
      {label && " "}
      {text}
    </a>
  );
}

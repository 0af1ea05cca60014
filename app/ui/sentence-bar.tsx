import { useStrings } from "~/i18n/strings";

/** What can be done with the sentences chosen in a document; the page's script fills it and shows it. */
export function SentenceBar({ respondAt }: { respondAt?: string }) {
  const { reading } = useStrings();
  return (
    <div className="sentence-bar" role="group" aria-label={reading.chosenLabel} data-choice="" hidden>
      <p data-what="" />
      <div className="sentence-acts">
        {respondAt && (
          <a className="button button-primary" href={respondAt} rel="nofollow" data-act="respond">
            {reading.respond}
          </a>
        )}
        <button type="button" className="button" data-act="copy" title={reading.copyWhy}>
          {reading.copy}
        </button>
        <button type="button" className="button" data-act="cancel">
          {reading.cancel}
        </button>
        <button type="button" className="button sentence-step" data-act="fewer" aria-label={reading.fewer}>
          {"－"}
        </button>
        <button type="button" className="button sentence-step" data-act="more" aria-label={reading.more}>
          {"＋"}
        </button>
      </div>
    </div>
  );
}

import type { Strings } from "~/i18n/strings";
import { useStrings } from "~/i18n/strings";
import { href } from "./href";
import { Page } from "./page";
import { UnsentWords } from "./unsent-words";

/**
 * A quiet page for what cannot be shown: what happened, that nothing is lost, where to go on. `unsent` is what somebody
 * wrote into a form that was not taken.
 */
export function ErrorPage({ status, unsent = [] }: { status: number; unsent?: string[] }) {
  const strings = useStrings();
  const { errors } = strings.site;
  const { title, text } = textOf(status, strings);
  return (
    <Page title={title} eyebrow={<span className="error-status">{status}</span>} lead={<p>{text}</p>}>
      <UnsentWords {...errors.unsent} written={unsent} />
      <ul className="plain-links">
        {status === 401 && (
          <li>
            <a href={href("/sign-in")}>{errors.signIn}</a>
          </li>
        )}
        <li>
          <a href={href("/")}>{errors.home}</a>
        </li>
        <li>
          <a href={href("/consultations")}>{errors.consultations}</a>
        </li>
        <li>
          <a href={href("/track")}>{errors.track}</a>
        </li>
      </ul>
    </Page>
  );
}

export function errorTitle(status: number, strings: Strings): string {
  return textOf(status, strings).title;
}

function textOf(status: number, { site: { errors } }: Strings) {
  if (status === 401 || status === 403 || status === 404 || status === 429) return errors[status];
  return status >= 500 ? errors[500] : errors.other;
}

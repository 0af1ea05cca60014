import { Notice } from "./notice";
import { Quote } from "./quote";

interface UnsentWordsProps {
  title: string;
  text: string;
  written: string[];
}

/** What somebody wrote, to be copied: there is no form any more to give it back in. */
export function UnsentWords({ title, text, written }: UnsentWordsProps) {
  if (written.length === 0) return null;
  return (
    <Notice kind="ask" title={title}>
      <p>{text}</p>
      {written.map((words) => (
        <Quote key={words}>
          {words.split(/\n+/).map((paragraph, index) => (
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        </Quote>
      ))}
    </Notice>
  );
}

import { Paragraphs } from "~/ui/official-text";
import type { WordRun } from "../processing-facts";

/** A person's words at the desk; what will be masked for the public is marked. */
export function DeskWords({ runs }: { runs: readonly WordRun[] }) {
  const [only] = runs;
  if (runs.length === 1 && only && !only.isPersonal) return <Paragraphs text={only.text} />;
  return (
    <>
      {paragraphsOf(runs).map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph.map(({ text, isPersonal }, at) =>
            isPersonal ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </p>
      ))}
    </>
  );
}

function paragraphsOf(runs: readonly WordRun[]): WordRun[][] {
  const paragraphs: WordRun[][] = [[]];
  for (const { text, isPersonal } of runs) {
    text.split(/\n+/).forEach((piece, index) => {
      if (index > 0) paragraphs.push([]);
      if (piece !== "") paragraphs.at(-1)!.push({ text: piece, isPersonal });
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

import { chooseSentences } from "./choose-sentences";
import { followContents } from "./follow-contents";
import { setTextSize } from "./text-size";

/** What makes a long document easier to read. Its buttons do nothing without script, and so are shown only by it. */
export function readDocument(section: HTMLElement): void {
  for (const tool of section.querySelectorAll<HTMLElement>("[data-tool]")) tool.hidden = false;
  followContents(section);
  setTextSize(section);
  chooseSentences(section);
}

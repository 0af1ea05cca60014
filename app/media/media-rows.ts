import type { Reason } from "~/platform/refusal";
import type { ShownPapers } from "~/reviews/sheet-view";
import type { Words } from "./media-words";
import type { MediaFile, MediaKind } from "./media-file";

/** A line of the unit's list of media. */
export interface MediaRow {
  id: string;
  kind: MediaKind;
  title: string;
  size: number;
  durationMs: number | null;
  isAnimated: boolean;
  isPublic: boolean;
  isUsed: boolean;
  unitName: string;
  at: string;
}

/** One file as its unit sees it. */
export interface DeskMedia extends MediaFile {
  fileName: string;
  isPublic: boolean;
  isUsed: boolean;
  mayRemove: boolean;
  mayChangeWords: boolean;
  maySignWords: boolean;
  /** Why the person who may sign cannot. */
  signReasons: Reason[];
  /** Null when there are none and this person may enter none. */
  papers: ShownPapers | null;
  /** Every version of the words, the newest first; none before the first change. */
  versions: WordsVersion[];
}

export interface WordsVersion extends Words {
  number: number;
  isCorrection: boolean;
  note: string | null;
  /** Null while it waits. */
  isSigned: boolean | null;
  writtenBy: string;
  writtenOn: string;
  decidedBy: string | null;
  decidedOn: string | null;
}

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
}

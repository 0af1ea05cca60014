import type { NoticeChannel } from "./notice";

/** A notice as the desk lists it. */
export interface NoticeRow {
  id: number;
  kind: string;
  channel: NoticeChannel;
  recipient: string;
  subjectKind: string;
  subjectId: string;
  createdAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
  doneAt: Date | null;
  doneBy: string | null;
  subject: string | null;
  text: string;
  /** Whether this person may record that they told the recipient. */
  mayTell: boolean;
}

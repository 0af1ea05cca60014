export const MAX_FILES = 5;
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** For the `accept` of a file field; what counts is what the bytes say. */
export const ACCEPTED_ENDINGS = ".pdf,.jpg,.jpeg,.png,.gif,.webp,.docx,.xlsx,.txt";

/** A file that was accepted, as a page shows it. */
export interface AttachmentRecord {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

/** What a file belongs to: exactly one of these. */
export type AttachmentOwner =
  | { consultationId: string }
  | { commentNumber: number }
  | { stepId: number }
  | { paperId: number }
  | { messageNumber: string }
  | { policyId: string };

import type { MessageFacts } from "./message";
import { isSealed } from "./message";
import { hasConsent } from "./reply";

export type DisplayFacts = Pick<MessageFacts, "kind" | "recusedUnits" | "recusedIds" | "erasedAt"> & {
  consentsToPublish: boolean;
  consentWithdrawnAt: Date | null;
  publishedAt: Date | null;
  publicTitle: string | null;
  publicBody: string | null;
  publicReply: string | null;
  isTypical: boolean;
};

/** Words for the public: what a second person released, and nothing else. */
export interface PublicWords {
  title: string;
  body: string;
  reply: string;
  isTypical: boolean;
  publishedAt: Date;
}

/**
 * The one way of a message's words to the public, whatever the way out: page, list, search, API, export, feed. The
 * sender's words need a consent that still holds; a 典型问答 is the office's own. Null: number, kind, unit, state and
 * times are all there is.
 */
export function publicWords(facts: DisplayFacts): PublicWords | null {
  const { publishedAt, publicTitle, publicBody, publicReply, isTypical } = facts;
  if (isSealed(facts) || facts.erasedAt || !publishedAt) return null;
  if (!isTypical && !hasConsent(facts)) return null;
  if (publicTitle === null || publicBody === null || publicReply === null) return null;
  return { title: publicTitle, body: publicBody, reply: publicReply, isTypical, publishedAt };
}

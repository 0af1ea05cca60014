import type { TimelineStrings } from "../zh-CN/timeline";

export const timeline: TimelineStrings = {
  title: "Public record",
  description: "The daily hash of everything recorded on this site, and how to check that the past was not rewritten.",
  lead: "Each step of a consultation (publication, receipt of a comment, its outcome, the result) is recorded as it happens. The server sets order and time, and nothing can be changed afterwards.",
  heads: {
    title: "Day by day",
    caption: "Number and hash of the last entry of each day, newest first",
    day: "Day",
    seq: "Number",
    hash: "Hash (SHA-256)",
    today: "today, still moving",
    empty: "Nothing is recorded yet",
    emptyText: "After the first event the number and hash of its day appear here.",
    api: "As data (JSON)",
  },
  what: {
    title: "What an entry holds",
    points: [
      "Its number, the time it was recorded, what was done and to what. If it happened elsewhere or earlier, the stated day stands beside the time; nothing is back-dated.",
      "No names, no contacts and nobody's words: only ids, codes and salted digests. After content has been masked or erased as the law requires, no guess can be tested against a digest, and the record can still be checked as a whole.",
      "The hash of each entry is computed from the hash of the one before and all of its own content. If any entry is altered, removed, moved or inserted, nothing from there on fits.",
    ],
  },
  verify: {
    title: "How to check",
    lead: "Even those who run this site cannot quietly rewrite the past: if anyone outside keeps the line of a single day, a rewrite is found out.",
    steps: [
      "Copy the number and hash of a day from the table and keep them somewhere outside this site.",
      "Look again at any later time: number and hash of that day must be exactly the same. For days that are over, they never change.",
      "In doubt, ask the organiser or an auditor to run the command below with the number and hash that you kept. It computes all entries anew from the first one and names the first that was altered, removed or moved; it also notices an end that was cut off.",
    ],
    command: "Command",
    how: "Method: SHA-256 over the hash of the entry before, a line feed, and the canonical JSON of the entry's fields. The first entry follows this starting value.",
    genesis: "Starting value",
  },
};

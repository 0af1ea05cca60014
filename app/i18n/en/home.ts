import type { HomeStrings } from "../zh-CN/home";

/** The home page: what is open, what was decided because of whom, what is late. */
export const home: HomeStrings = {
  description: "Drafts open for comment, what became of comments, and outcomes that are late.",
  lead: "Drafts are published first and every comment is answered: whether it was adopted, which sentence it changed, and if not, why.",
  open: {
    title: "Open for comment",
    none: "Nothing is open for comment now",
    noneWhy: "New drafts appear here when they are published; you can also follow the feed.",
    all: "All consultations",
    received: (count) => `Comments received: ${count}`,
    comment: "Comment",
  },
  recent: {
    title: "What comments changed",
    lead: "Outcomes published lately.",
    none: "No outcome has been published yet",
    noneWhy: "The first one will appear here.",
    received: (count) => `Comments received: ${count}`,
    zero: "No comments came",
    adopted: (full, partly) => `adopted: ${full}, partly adopted: ${partly}`,
    published: (day) => `Outcome published ${day}`,
    decided: (day) => `Decided ${day}`,
    withdrawn: (day) => `Withdrawn ${day}`,
    changes: "The sentences that changed",
  },
  late: {
    title: "Outcomes that are late",
    none: "No outcome is late.",
    lead: "These are closed and past the day on which the outcome was due. That day is the district’s own practice; no law sets it.",
    due: (day) => `Due by ${day}`,
    overdue: (days) => `Days late: ${days}`,
  },
  figures: {
    title: "How comments were answered",
    lead: (at) => `Counted up to ${at}.`,
    outcome: "Outcome",
    count: "Comments",
    sum: "Total",
    caption: "Outcomes of comments from the public",
    definition:
      "All comments from the public in consultations run on this site whose outcome is published or that were withdrawn. Each comment counts once, with the outcome shown on its outcome page. Earlier records and bodies asked in writing are left out.",
    consultationsDefinition:
      "Consultations run on this site that are public, each counted once, by their state at this moment. Overdue: closed, and past the day on which the outcome was due by the district’s own practice. Earlier records are left out.",
    receivedDefinition:
      "Comments from the public in these consultations, one for each time something was sent or entered, through any channel. Bodies asked in writing and earlier records are left out.",
    none: "No outcome has been published yet, so there is nothing to count.",
    rows: "Where the figures come from: ",
    rowsOutcome: "outcomes published",
    rowsDecided: "decided",
    rowsWithdrawn: "withdrawn",
    data: "statistics as data",
  },
  more: {
    title: "Elsewhere on this site",
    track: "See what became of your comment",
    all: "Find a consultation",
    feed: "Follow by feed (Atom)",
    timeline: "Public record",
  },
  feed: {
    title: (site) => `${site}: consultations`,
    opened: (title) => `Open for comment: ${title}`,
    outcome: (title) => `Outcome published: ${title}`,
    decided: (title) => `Decided: ${title}`,
    withdrawn: (title) => `Withdrawn: ${title}`,
    until: (day) => `Open until 24:00 on ${day}.`,
    decidedOn: (day, number) => (number ? `${day}, document number ${number}.` : `${day}.`),
    reason: (text) => `Reason: ${text}`,
  },
};

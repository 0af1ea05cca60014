import { CHANNELS, DISPLAYS, OUTCOMES, WITHHELD_GROUNDS } from "./comment";
import type { Tally } from "./outcome";
import type { FileTexts } from "./outcome-table";

interface Summarised {
  title: string;
  unit: { name: string };
  opensOn: string | null;
  closesOn: string | null;
  countedUntil: Date;
  outcomeProcess: string | null;
  withdrawnReason: string | null;
  tally: Tally;
  inquiries: { asked: number; opinions: number; noComment: number; unanswered: number };
}

/** The figures of an outcome with their definition and cut-off, line by line, for the head of a file. */
export function summaryLines(outcome: Summarised, texts: FileTexts): [string, string | number][] {
  const { files, process, numbers } = texts.outcome;
  const lines: [string, string | number | null][] = [
    [files.consultation, outcome.title],
    [process.unit, outcome.unit.name],
    [process.opened, outcome.opensOn],
    [process.closed, outcome.closesOn],
    [process.withdrawnReason, outcome.withdrawnReason],
    [process.title, outcome.outcomeProcess],
    [files.definition, numbers.definition],
    [files.cutOff, texts.formatInstant(outcome.countedUntil)],
    [files.received, outcome.tally.received],
    ...countLines(outcome.tally, texts),
    ...inquiryLines(outcome, texts),
  ];
  return lines.filter((line): line is [string, string | number] => line[1] !== null && line[1] !== "");
}

function countLines(tally: Tally, { outcome: { numbers }, terms }: FileTexts): [string, number][] {
  const line = (group: string, label: string, count: number): [string, number] => [`${group} · ${label}`, count];
  const lines = [
    ...CHANNELS.map((key) => line(numbers.channels, terms.channels[key], tally.channels[key])),
    ...OUTCOMES.map((key) => line(numbers.outcomes, terms.outcomes[key], tally.outcomes[key])),
    line(numbers.outcomes, terms.undecided, tally.outcomes.undecided),
    ...DISPLAYS.map((key) => line(numbers.displays, terms.displays[key], tally.displays[key])),
    ...WITHHELD_GROUNDS.map((key) => line(numbers.withheld, terms.withheldGrounds[key], tally.withheld[key])),
  ];
  return lines.filter(([, count]) => count > 0);
}

function inquiryLines({ inquiries }: Summarised, { outcome }: FileTexts): [string, number][] {
  const { title, asked, opinions, noComment, unanswered } = outcome.inquiries;
  if (inquiries.asked === 0) return [];
  return [
    [`${title} · ${asked}`, inquiries.asked],
    [`${title} · ${opinions}`, inquiries.opinions],
    [`${title} · ${noComment}`, inquiries.noComment],
    [`${title} · ${unanswered}`, inquiries.unanswered],
  ];
}

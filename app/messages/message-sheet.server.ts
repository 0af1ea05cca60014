import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { formatDate, formatInstant } from "~/i18n/format";
import { strings } from "~/i18n/strings";
import { deskAids } from "~/i18n/zh-CN/desk-aids";
import type { MessageAids } from "./aids-shown";
import type { MessageBenchFacts } from "./desk-shown";

const { sheet: texts } = deskAids;
const LABEL_WIDTH = 20;
const LANGUAGE = "zh-CN";

/**
 * 留言办理单: what the message says, who handles it until when, its requests with the places that answer them, the
 * replies and the path, as this person may read them at the desk.
 */
export async function messageSheet(bench: MessageBenchFacts, aids: MessageAids): Promise<Uint8Array> {
  const title = texts.title(bench.number);
  const document = new Document({
    title,
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          table(factsOf(bench)),
          heading(texts.words),
          ...linesOf(bench.title),
          ...linesOf(bench.body),
          heading(texts.requests),
          ...requestLines(aids),
          heading(texts.replies),
          ...replyLines(bench),
          heading(texts.path),
          ...pathLines(bench),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function factsOf(bench: MessageBenchFacts): [string, string][] {
  const { kinds, states } = strings(LANGUAGE).messageTerms;
  const { kind, state, receivedAt, leadUnit, assisting, officer, clocks, outsideNumber, sender } = bench;
  const due = clocks.map(({ dueOn }) => dueOn).sort()[0];
  const facts: [string, string | null | undefined][] = [
    [texts.kind, kinds[kind]],
    [texts.state, states[state]],
    [texts.received, formatInstant(receivedAt, LANGUAGE)],
    [texts.outside, outsideNumber],
    [texts.lead, leadUnit?.name],
    [texts.assisting, assisting.map(({ name }) => name).join("、")],
    [texts.officer, officer?.name],
    [texts.due, due && formatDate(due, LANGUAGE)],
    [texts.sender, sender ? [sender.name, sender.contact].filter(Boolean).join(" ") : texts.hidden],
  ];
  return facts.map(([label, value]) => [label, value || "—"]);
}

function requestLines({ requests }: MessageAids): Paragraph[] {
  if (requests.length === 0) return linesOf(deskAids.requests.none);
  return requests.flatMap(({ number, text, isTicked, paragraph, reason }) => {
    const { request, open, answeredIn, leftOut } = deskAids.requests;
    const stand = !isTicked ? open : paragraph === null ? `${leftOut}${reason ?? ""}` : answeredIn(paragraph);
    return linesOf(`${request(number)} ${text}（${stand}）`);
  });
}

function replyLines({ replies, draft }: MessageBenchFacts): Paragraph[] {
  const released = replies.flatMap(({ text, releasedAt, author, approver }) =>
    linesOf(`${formatInstant(releasedAt, LANGUAGE)} ${texts.by(author, approver)}\n${text}`),
  );
  const waiting = draft ? linesOf(`${draft.isInReview ? texts.inReview : texts.draft}\n${draft.text}`) : [];
  return released.length + waiting.length > 0 ? [...released, ...waiting] : linesOf(texts.noReply);
}

function pathLines({ path }: MessageBenchFacts): Paragraph[] {
  const { messageTerms, messages } = strings(LANGUAGE);
  return path.flatMap(({ at, act, unit, toUnit, text, by, moved }) => {
    const day = (date: string) => formatDate(date, LANGUAGE);
    const change = moved && messages.path.moved[moved.step](day(moved.before), day(moved.after));
    const name = act === "receive" ? texts.receive : act === "calendar" ? change : messageTerms.acts[act];
    const parts = [formatInstant(at, LANGUAGE), unit?.name, by, name, toUnit?.name, text];
    return linesOf(parts.filter(Boolean).join(" "));
  });
}

function heading(text: string): Paragraph {
  return new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
}

function table(rows: [string, string][]): Table {
  const cell = (text: string, size: number, bold: boolean) =>
    new TableCell({ width: { size, type: WidthType.PERCENTAGE }, children: linesOf(text, bold) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      ([label, value]) =>
        new TableRow({ children: [cell(label, LABEL_WIDTH, true), cell(value, 100 - LABEL_WIDTH, false)] }),
    ),
  });
}

/** Control characters cannot stand in the XML of a document. */
function linesOf(text: string, bold = false): Paragraph[] {
  // eslint-disable-next-line no-control-regex
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return clean.split(/\r\n|[\r\n]/).map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] }));
}

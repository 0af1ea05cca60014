import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { formatDate } from "~/i18n/format";
import { storable } from "~/forms/csv";
import { strings } from "~/i18n/strings";
import type { ShownCase } from "./case-facts";
import { formsOf, type Evidence } from "./evidence";
import type { Round } from "./round";

// The files go to the city, and are in Chinese for every reader.
const LANGUAGE = "zh-CN";
const LABEL_WIDTH = 22;

/** A case as its form tells it; scores are never part of one. */
export interface PrintedCase extends Pick<ShownCase, "title" | "statement"> {
  unit: { name: string };
  evidence: Evidence;
  /** Those that may be named in the file. */
  materials: Pick<ShownCase["materials"][number], "slug" | "kind" | "title">[];
  /** Why it was selected; null where nothing was decided or may be told. */
  reason: string | null;
  /** Printed for the city alone. */
  contact: string | null;
}

/** 推荐表: one case on one form. */
export function recommendationForm(round: Pick<Round, "year" | "half">, printed: PrintedCase): Promise<Uint8Array> {
  const { files } = strings(LANGUAGE).nominations;
  return written(files.formTitle, printed.unit.name, [title(files.formTitle), formTable(round, printed)]);
}

/** 案例汇编: the selected cases of a round, one after the other. */
export function caseBooklet(
  round: Pick<Round, "year" | "half">,
  cases: readonly PrintedCase[],
  organiser: string,
): Promise<Uint8Array> {
  const { files, name, page } = strings(LANGUAGE).nominations;
  const heading = files.bookletTitle(name(round.year, round.half));
  const parts = cases.flatMap((printed, index) => [
    new Paragraph({
      text: storable(`${index + 1}. ${printed.title}`),
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: index > 0,
    }),
    formTable(round, printed),
  ]);
  const none = new Paragraph({ text: page.none });
  return written(heading, organiser, [title(heading), ...(parts.length > 0 ? parts : [none])]);
}

function formTable({ year, half }: Pick<Round, "year" | "half">, printed: PrintedCase): Table {
  const { nominations, policyTerms } = strings(LANGUAGE);
  const { files, page, name, threeSync } = nominations;
  const { evidence, unit, materials, reason, contact } = printed;
  const { policy, ratings } = evidence;
  const date = (day: string | null) => (day === null ? files.none : formatDate(day, LANGUAGE));
  const counts = [ratings.yes, ratings.partly, ratings.no].map(String) as [string, string, string];
  const releasedOn = (slug: string) => evidence.materials.find((one) => one.slug === slug)?.releasedOn ?? null;
  const lines = materials.map(
    ({ slug, kind, title: text }) => `${policyTerms.materialKinds[kind]}：${text}（${date(releasedOn(slug))}）`,
  );
  const exception = evidence.exceptionReason === null ? "" : `\n${evidence.exceptionReason}`;
  return table([
    [files.round, name(year, half)],
    [files.unit, unit.name],
    [files.caseTitle, printed.title],
    [files.policy, policy.title],
    [files.documentNumber, policy.documentNumber ?? files.none],
    [files.signedOn, date(policy.signedOn)],
    [files.releasedOn, date(policy.releasedOn)],
    [
      files.forms,
      formsOf(evidence)
        .map((kind) => policyTerms.materialKinds[kind])
        .join("、"),
    ],
    [files.materials, lines.join("\n") || page.gone],
    [page.sync, `${threeSync[evidence.threeSync]}${exception}`],
    [page.workingDays, evidence.workingDays === null ? files.none : page.days(String(evidence.workingDays))],
    [page.readings, page.readingsCount(String(evidence.readings))],
    [page.ratings, page.ratingsCount(...counts)],
    [page.evidence, page.asOf(date(evidence.asOf))],
    [page.statement, printed.statement],
    ...(reason === null ? [] : [[files.selection, reason] as [string, string]]),
    ...(contact === null ? [] : [[files.contact, contact] as [string, string]]),
  ]);
}

async function written(name: string, creator: string, children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({ title: storable(name), creator: storable(creator), sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

function title(text: string): Paragraph {
  return new Paragraph({ text: storable(text), heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER });
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

function linesOf(text: string, bold: boolean): Paragraph[] {
  return storable(text)
    .split(/\r\n|[\r\n]/)
    .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] }));
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import type { Actor } from "~/accounts/actor";
import { plainDateOf } from "~/calendar/plain-date";
import type { Deps } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { listUnits } from "~/units/queries.server";
import { readArchiveLine, statedInstant, type ArchiveLine } from "./archive-line";
import {
  insertArchived,
  linesDone,
  markLinesDone,
  slugsTaken,
  type ArchivedConsultation,
} from "./archive-store.server";

const IMPORTER: Actor = { kind: "system", name: "import" };
const LINES_PER_COMMIT = 200;

export interface ImportResult {
  taken: number;
  refused: number;
  skipped: number;
}

interface Line {
  number: number;
  text: string;
}

/**
 * Brings an old portal's consultations with their published comments. Each batch of lines is one transaction with its
 * events and the mark how far the file was read, so that an import that was stopped goes on where it stopped. Events
 * carry today's instant and the stated first day beside (`happenedOn`); the consultations are in state `imported`.
 */
export async function importConsultations(
  file: string,
  deps: Deps,
  {
    onRefused,
    onProgress,
  }: { onRefused: (line: number, reasons: Reason[]) => void; onProgress: (bytes: number) => void },
): Promise<ImportResult> {
  const source = await fingerprint(file);
  const done = await linesDone(deps.db.client, source);
  const units = await unitCodes(deps);
  const result: ImportResult = { taken: 0, refused: 0, skipped: done };
  let bytes = 0;
  let batch: Line[] = [];
  let number = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    const refuse = (line: number, reasons: Reason[]) => {
      result.refused += 1;
      onRefused(line, reasons);
    };
    result.taken += await importBatch(batch, { source, bytes, units, refuse }, deps);
    batch = [];
    onProgress(bytes);
  };
  for await (const text of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    number += 1;
    bytes += Buffer.byteLength(text) + 1;
    if (number <= done) continue;
    batch.push({ number, text });
    if (batch.length >= LINES_PER_COMMIT) await flush();
  }
  await flush();
  return result;
}

interface Run {
  source: string;
  bytes: number;
  units: Map<string, string>;
  refuse: (line: number, reasons: Reason[]) => void;
}

async function importBatch(batch: Line[], run: Run, deps: Deps): Promise<number> {
  const items = await readBatch(batch, run, deps);
  await transact(deps, async (tx, record) => {
    await insertArchived(tx, items, deps.now);
    await markLinesDone(tx, run.source, batch.at(-1)!.number, run.bytes, deps.now);
    for (const { slug, unitCode, opensOn, comments } of items) {
      record({
        kind: "consultation.imported",
        subject: { kind: "consultation", id: slug },
        actor: IMPORTER,
        happenedOn: opensOn,
        payload: { unit: unitCode, comments: comments.length },
      });
    }
  });
  return items.length;
}

async function readBatch(batch: Line[], { units, refuse }: Run, deps: Deps): Promise<ArchivedConsultation[]> {
  const lines = batch
    .filter(({ text }) => text.trim() !== "")
    .map(({ number, text }) => ({ number, read: readArchiveLine(text) }));
  const slugs = lines.flatMap(({ read }) => (read.ok ? [read.value.slug] : []));
  const taken = await slugsTaken(deps.db.client, slugs);
  const items: ArchivedConsultation[] = [];
  for (const { number, read } of lines) {
    if (!read.ok) {
      refuse(number, read.reasons);
      continue;
    }
    const { slug, unit } = read.value;
    const unitCode = units.get(unit);
    if (unitCode && !taken.has(slug)) {
      taken.add(slug);
      items.push(archived(read.value, unitCode));
      continue;
    }
    const isTwice = taken.has(slug) ? [{ code: "slug_taken", field: "slug" }] : [];
    refuse(number, [...(unitCode ? [] : [{ code: "unit_unknown", field: "unit" }]), ...isTwice]);
  }
  return items;
}

function archived(line: ArchiveLine, unitCode: string): ArchivedConsultation {
  const comments = line.comments.map(({ author, text, at }) => {
    const instant = statedInstant(at)!;
    return { author: author.trim(), text, at: instant, statedOn: plainDateOf(instant) };
  });
  return { ...line, unitCode, note: line.note ?? "", comments };
}

/** A unit is named by its code or by its Chinese name. */
async function unitCodes(deps: Deps): Promise<Map<string, string>> {
  const units = await listUnits(deps);
  return new Map(units.flatMap(({ code, name }) => [[code, code] as const, [name, code] as const]));
}

/** Tells one file from another by its name and its beginning, so that a file that grew is still the same. */
async function fingerprint(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return createHash("sha256").update(basename(file)).update(buffer.subarray(0, bytesRead)).digest("hex");
  } finally {
    await handle.close();
  }
}

/** `npm run import -- DIR`: the exit code is 0 when every line was taken, 1 when some were refused, 2 for a bad call. */
export async function runImport(deps: Deps, [folder]: string[], write: (line: string) => void): Promise<number> {
  if (!folder) {
    write("Usage: npm run import -- DIR");
    return 2;
  }
  const file = join(folder, "consultations.jsonl");
  const total = await stat(file).then(
    ({ size }) => size,
    () => null,
  );
  if (total === null) {
    write(`There is no ${file}`);
    return 2;
  }
  const result = await importConsultations(file, deps, {
    onRefused: (line, reasons) => write(`line ${line} refused: ${reasons.map(describe).join("; ")}`),
    onProgress: (bytes) => drawProgress(bytes / Math.max(1, total)),
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  write(`${result.taken} taken, ${result.refused} refused, ${result.skipped} lines done before`);
  return result.refused > 0 ? 1 : 0;
}

function describe({ code, field }: Reason): string {
  return field ? `${field}: ${code}` : code;
}

function drawProgress(share: number): void {
  if (!process.stderr.isTTY) return;
  const filled = Math.round(Math.min(1, share) * 30);
  process.stderr.write(`\r[${"#".repeat(filled)}${".".repeat(30 - filled)}] ${Math.round(Math.min(1, share) * 100)}%`);
}

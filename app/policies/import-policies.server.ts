import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import type { Reason } from "~/platform/refusal";
import { transact } from "~/timeline/transact.server";
import { listUnits } from "~/units/queries.server";
import { readPolicyArchiveLine, type PolicyArchiveLine } from "./policy-archive-line";
import { insertArchivedPolicy, linesDone, markLinesDone, policySlugsTaken } from "./policy-archive-store.server";

const IMPORTER: Actor = { kind: "system", name: "import" };
const LINES_PER_COMMIT = 100;

interface Line {
  number: number;
  text: string;
}

interface Run {
  source: string;
  units: Map<string, string>;
  refuse: (line: number, reasons: Reason[]) => void;
}

/**
 * Brings an old portal's policy documents. Each batch of lines is one transaction with its events and the mark how far
 * the file was read, so that an import that was stopped goes on where it stopped. The stated day of publication stands
 * beside the event (`happenedOn`); the documents are in state `imported`.
 */
export async function importPolicies(
  file: string,
  deps: Deps,
  onRefused: Run["refuse"],
): Promise<{ taken: number; refused: number; skipped: number }> {
  const source = await fingerprint(file);
  const skipped = await linesDone(deps.db.client, source);
  const units = new Map(
    (await listUnits(deps)).flatMap(({ code, name }) => [[code, code] as const, [name, code] as const]),
  );
  let refused = 0;
  const refuse: Run["refuse"] = (line, reasons) => {
    refused += 1;
    onRefused(line, reasons);
  };
  let taken = 0;
  let number = 0;
  let batch: Line[] = [];
  for await (const text of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    number += 1;
    if (number <= skipped) continue;
    batch.push({ number, text });
    if (batch.length < LINES_PER_COMMIT) continue;
    taken += await importBatch(batch, { source, units, refuse }, deps);
    batch = [];
  }
  if (batch.length > 0) taken += await importBatch(batch, { source, units, refuse }, deps);
  return { taken, refused, skipped };
}

async function importBatch(batch: Line[], run: Run, deps: Deps): Promise<number> {
  const items = await readBatch(batch, run, deps);
  await transact(deps, async (tx, record) => {
    for (const { line, unitCode } of items) {
      await insertArchivedPolicy(tx, line, unitCode, deps.now);
      record({
        kind: "policy.imported",
        subject: { kind: "policy", id: line.slug },
        actor: IMPORTER,
        happenedOn: line.publishedOn ?? line.signedOn,
        payload: { unit: unitCode, paragraphs: line.paragraphs.length },
      });
    }
    await markLinesDone(tx, run.source, batch.at(-1)!.number, 0, deps.now);
  });
  return items.length;
}

async function readBatch(batch: Line[], { units, refuse }: Run, { db }: Deps) {
  const lines = batch
    .filter(({ text }) => text.trim() !== "")
    .map(({ number, text }) => ({ number, read: readPolicyArchiveLine(text) }));
  const taken = await policySlugsTaken(
    db.client,
    lines.flatMap(({ read }) => (read.ok ? [read.value.slug] : [])),
  );
  const items: { line: PolicyArchiveLine; unitCode: string }[] = [];
  for (const { number, read } of lines) {
    if (!read.ok) {
      refuse(number, read.reasons);
      continue;
    }
    const unitCode = units.get(read.value.unit);
    const isTwice = taken.has(read.value.slug);
    if (unitCode && !isTwice) {
      taken.add(read.value.slug);
      items.push({ line: read.value, unitCode });
      continue;
    }
    refuse(number, [
      ...(unitCode ? [] : [{ code: "unit_unknown", field: "unit" }]),
      ...(isTwice ? [{ code: "slug_taken", field: "slug" }] : []),
    ]);
  }
  return items;
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

import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test, vi } from "vitest";
import { openDatabase, type Database } from "~/platform/db.server";
import { publicPolicy } from "~/policies/public-policies.server";
import { verifyTimeline } from "~/timeline/verify.server";
import { at } from "../../setup/clock";
import { freshDatabaseUrl } from "../../setup/database";

// Other programs are started, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const PROGRAM = path.join(import.meta.dirname, "releasing-process.js");
/** Then whatever is going on breaks off in the middle. */
const KILLED_AFTER = 6;

/** The documents whose release was acknowledged before the process was killed. */
async function killed(url: string): Promise<string[]> {
  const child = spawn(process.execPath, [PROGRAM, url], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => {
    lines.push(line);
    if (lines.length === KILLED_AFTER) child.kill("SIGKILL");
  });
  await new Promise<void>((resolve) => reader.once("close", resolve));
  expect(lines.length).toBeGreaterThanOrEqual(KILLED_AFTER);
  return lines;
}

/** What must not be, one line each. */
async function faultsIn(db: Database, acknowledged: readonly string[]): Promise<string[]> {
  const deps = { db, now: at("2026-06-26") };
  const policies = await db.client.policyDocument.findMany({ include: { materials: true, forms: true } });
  const faults = acknowledged
    .filter((slug) => !policies.some((one) => one.slug === slug && one.state === "released"))
    .map((slug) => `${slug}: acknowledged and not released`);
  for (const { slug, state, releasedAt, planOutline, forms, materials, ...signed } of policies) {
    const shown = materials.filter((material) => material.state === "released");
    const isShown = (await publicPolicy(deps, slug)) !== null;
    const events = await db.client.timelineEvent.count({ where: { subjectId: slug, kind: "policy.released" } });
    if (state !== "released") {
      if (shown.length > 0 || isShown || releasedAt || events > 0) faults.push(`${slug}: something of it is out`);
      continue;
    }
    const together = shown.filter((one) => one.kind === "text" && one.releasedAt?.getTime() === releasedAt?.getTime());
    if (together.length === 0) faults.push(`${slug}: out without its written material`);
    if (!planOutline || forms.length === 0) faults.push(`${slug}: out without its plan`);
    if (new Set([signed.submittedById, signed.passedById, signed.approvedById, null]).size !== 4)
      faults.push(`${slug}: out without three signatures`);
    if (!isShown || events !== 1) faults.push(`${slug}: ${events} events`);
  }
  return faults;
}

test("a process killed while packages are released leaves each whole: out with its plan and material, or not out", async () => {
  const url = await freshDatabaseUrl();
  await (await openDatabase(url)).close();
  const acknowledged = await killed(url);
  const db = await openDatabase(url);
  try {
    expect(await faultsIn(db, acknowledged)).toEqual([]);
    expect(await db.client.policyDocument.count({ where: { state: { not: "released" } } })).toBeGreaterThan(0);
    expect(await verifyTimeline(db)).toMatchObject({ ok: true });
  } finally {
    await db.close();
  }
});

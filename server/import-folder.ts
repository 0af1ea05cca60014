import { access } from "node:fs/promises";
import { join } from "node:path";
import { runImport } from "~/consultations/import-archive.server";
import type { Deps } from "~/platform/db.server";
import { importPolicies } from "~/policies/import-policies.server";

/**
 * `npm run import -- DIR`: reads consultations.jsonl and policies.jsonl, whichever are there. The exit code is 0 when
 * every line was taken, 1 when some were refused, 2 for a bad call.
 */
export async function importFolder(deps: Deps, [folder]: string[], write: (line: string) => void): Promise<number> {
  const policies = folder && (await isThere(join(folder, "policies.jsonl")));
  const consultations = folder && (await isThere(join(folder, "consultations.jsonl")));
  if (!policies) return runImport(deps, folder ? [folder] : [], write);
  const first = consultations ? await runImport(deps, [folder], write) : 0;
  const { taken, refused, skipped } = await importPolicies(join(folder, "policies.jsonl"), deps, (line, reasons) =>
    write(
      `policies.jsonl line ${line} refused: ${reasons.map(({ code, field }) => (field ? `${field}: ${code}` : code)).join("; ")}`,
    ),
  );
  write(`policies: ${taken} taken, ${refused} refused, ${skipped} lines done before`);
  return Math.max(first, refused > 0 ? 1 : 0);
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

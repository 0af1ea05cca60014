import type { Actor } from "~/accounts/actor";
import { addMedia } from "~/media/add-media.server";
import { FILE_FIELDS, shownMediaFields } from "~/media/forms";
import { MAX_TITLE, MAX_UPLOAD_BYTES } from "~/media/media-file";
import { takePostedFiles } from "~/media/posted-media.server";
import { because as becauseOfMedia } from "~/media/reasons";
import type { Deps } from "~/platform/db.server";
import { parseForm } from "~/platform/http.server";
import { discardFiles, type FormLimits, type PostedForm } from "~/platform/posted-form.server";
import { Refused, requireNone, type Reason } from "~/platform/refusal";
import { readTable, readTypedTable } from "~/platform/table-file.server";
import { MOST_COLUMNS, MOST_ROWS, writeTable } from "./chart-table";
import { clausesOfPolicy } from "./desk-material.server";
import { MAX_FILE_BYTES, MAX_FILES } from "./forms";
import type { MaterialKind, MaterialState } from "./material";
import { contentFrom, MATERIAL_REPEATABLE, materialForm, MOST_TABLE_BYTES } from "./material-form";
import { maySupportMedia } from "./material-media";
import { editMaterial } from "./write-material.server";

const TABLE_FILE = "tableFile";

interface Saved {
  slug: string;
  kind: MaterialKind;
  policy: { slug: string; unitCode: string };
}

/** What the form of a material of this kind may bring along; one that waits for a signature, the scan of a paper. */
export function limitsOf({ kind, state }: { kind: MaterialKind; state: MaterialState }): FormLimits {
  if (state === "in_review") return { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } };
  if (!maySupportMedia(kind)) return {};
  return { files: { max: FILE_FIELDS.length + (kind === "chart" ? 1 : 0), maxBytes: MAX_UPLOAD_BYTES } };
}

/**
 * Saves a material with what comes along: a table from a file takes the place of the typed one, a new film or picture
 * joins the unit's media. What was taken in is written into the form, so that a refused one still has it. Refusals: those
 * of the files at their fields, then those of `editMaterial`.
 */
export async function saveMaterial(actor: Actor, material: Saved, form: PostedForm, deps: Deps): Promise<void> {
  const { slug, kind, policy } = material;
  requireNone([...form.reasons, ...(await takeTable(form, kind)), ...(await takePostedFiles(actor, form, deps))]);
  const { act: _act, version, title, titleEn, summary, ...posted } = parse(kind, form);
  const table = kind === "chart" ? readTypedTable("table" in posted ? posted.table : "", "table") : [];
  const { content, reasons } = contentFrom(kind, posted, await clausesOfPolicy(policy.slug, actor, deps), table);
  requireNone(reasons);
  const media = maySupportMedia(kind) ? await mediaFrom(actor, form, title, policy.unitCode, deps) : undefined;
  await editMaterial(actor, { slug, version, fields: { title, titleEn, summary, content, media } }, deps);
}

function parse(kind: MaterialKind, form: PostedForm) {
  const words = materialForm(kind);
  if (!maySupportMedia(kind)) return parseForm(words, form, MATERIAL_REPEATABLE);
  const fields = words.extend(shownMediaFields).extend({ [TABLE_FILE]: shownMediaFields.file });
  return parseForm(fields, form, MATERIAL_REPEATABLE);
}

/** The chosen file, or the one that came along, which is then the unit's and chosen. */
async function mediaFrom(
  actor: Actor,
  form: PostedForm,
  materialTitle: string,
  unit: string,
  deps: Deps,
): Promise<string | null> {
  const given = (name: string) => form.fields[name]?.[0]?.trim() || null;
  const [file, still, captions] = FILE_FIELDS.map((name) => given(`${name}Upload`)) as [
    string | null,
    ...(string | null)[],
  ];
  const words = { transcript: given("transcript"), textAlternative: given("textAlternative") };
  if (!file) {
    const isHalf = still || captions || words.transcript || words.textAlternative;
    if (isHalf) throw new Refused([becauseOfMedia("media_missing", "file")]);
    return given("media");
  }
  const title = [...materialTitle].slice(0, MAX_TITLE).join("");
  const input = { unit, title, file, still: still ?? null, captions: captions ?? null, ...words };
  const { id } = await addMedia(actor, input, deps);
  for (const name of ["fileUpload", "stillUpload", "captionsUpload", "transcript", "textAlternative"])
    delete form.fields[name];
  form.fields.media = [id];
  return id;
}

async function takeTable(form: PostedForm, kind: MaterialKind): Promise<Reason[]> {
  const files = form.files.filter(({ field }) => field === TABLE_FILE && kind === "chart");
  form.files.splice(0, form.files.length, ...form.files.filter((file) => !files.includes(file)));
  const limits = { rows: MOST_ROWS + 1, columns: MOST_COLUMNS, bytes: MOST_TABLE_BYTES };
  try {
    for (const file of files) form.fields.table = [writeTable((await readTable(file, limits)).rows)];
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.reasons;
  } finally {
    await discardFiles(files);
  }
}

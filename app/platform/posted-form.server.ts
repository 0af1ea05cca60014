import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, unlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable, Transform } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { finished, pipeline } from "node:stream/promises";
import busboy from "busboy";
import { incomingFolder } from "./files.server";
import { log } from "./log.server";
import { Refused, type Reason } from "./refusal";

/** A file as it arrived: on disk in the incoming folder, its claimed name and type not believed yet. */
export interface PostedFile {
  field: string;
  fileName: string;
  claimedType: string;
  path: string;
  size: number;
  sha256: string;
}

export interface PostedForm {
  fields: Record<string, string[]>;
  files: PostedFile[];
  /** What was refused while reading, so that the page can say it beside the words that were kept. */
  reasons: Reason[];
}

export interface FormLimits {
  /** Bytes of all text fields together. */
  maxTextBytes?: number;
  files?: { max: number; maxBytes: number };
}

const DEFAULT_TEXT_BYTES = 1024 * 1024;
const MAX_FIELDS = 2000;
const MOST_UNKEPT_BYTES = 32 * 1024 * 1024;

/**
 * Reads a urlencoded or multipart form. Files stream to disk. Refusals: `form_too_large` (413), `form_unreadable` (400);
 * a file that is too large or one too many is left out and named in `reasons`.
 */
export function readForm(request: Request, limits: FormLimits = {}): Promise<PostedForm> {
  const form = readBody(request, limits);
  read.set(request, form);
  return form;
}

const read = new WeakMap<Request, Promise<PostedForm>>();

/** The form of a request that was answered: as it was read before, or its texts alone. Empty when it cannot be read. */
export async function fieldsOf(request: Request): Promise<PostedForm["fields"]> {
  const form = await (read.get(request) ?? readForm(request)).catch(() => null);
  return form?.fields ?? {};
}

async function readBody(request: Request, limits: FormLimits): Promise<PostedForm> {
  const maxTextBytes = limits.maxTextBytes ?? DEFAULT_TEXT_BYTES;
  const type = request.headers.get("Content-Type") ?? "";
  if (isUrlencoded(type)) return readUrlencoded(request, maxTextBytes);
  if (type.startsWith("multipart/form-data")) return readMultipart(request, type, maxTextBytes, limits.files);
  throw new Refused([{ code: "form_unreadable" }], 400);
}

const arriving = new WeakMap<Request, Readable>();

/**
 * Lets the body of a urlencoded form be read as it arrives at the socket. A Request of its own body wraps each chunk in
 * the streams of browsers, which took an eighth of a post.
 */
export function formArrivesFrom(request: Request, body: Readable): void {
  arriving.set(request, body);
}

export function isUrlencoded(contentType: string | null | undefined): boolean {
  return contentType?.startsWith("application/x-www-form-urlencoded") ?? false;
}

async function readUrlencoded(request: Request, maxBytes: number): Promise<PostedForm> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes)
    throw new Refused([{ code: "form_too_large" }], 413);
  const body = arriving.get(request) ?? (request.body && Readable.fromWeb(request.body as ReadableStream));
  const bytes = body ? await bytesOf(body, maxBytes) : Buffer.alloc(0);
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  let count = 0;
  for (const [name, value] of new URLSearchParams(bytes.toString("utf8"))) {
    if (++count > MAX_FIELDS) throw new Refused([{ code: "form_too_large" }], 413);
    addField(fields, name, value);
  }
  return { fields, files: [], reasons: [] };
}

function bytesOf(body: Readable, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const tooLarge = () => reject(new Refused([{ code: "form_too_large" }], 413));
    body.on("data", (chunk: Uint8Array) => {
      size += chunk.byteLength;
      // Read on without keeping it: breaking off would cut the connection before the answer has reached the browser.
      if (size <= maxBytes) chunks.push(chunk);
      else if (size > maxBytes + MOST_UNKEPT_BYTES) tooLarge();
    });
    const brokeOff = () => reject(new Error("The form broke off"));
    body.once("end", () => {
      body.off("close", brokeOff);
      if (size > maxBytes) tooLarge();
      else resolve(Buffer.concat(chunks));
    });
    body.once("error", reject);
    body.once("close", brokeOff);
  });
}

async function readMultipart(
  request: Request,
  type: string,
  maxTextBytes: number,
  fileLimits: FormLimits["files"],
): Promise<PostedForm> {
  const form: PostedForm = { fields: Object.create(null) as Record<string, string[]>, files: [], reasons: [] };
  const writes: Promise<void>[] = [];
  let textBytes = 0;
  let fatal: Refused | null = null;
  let parser: busboy.Busboy;
  try {
    parser = busboy({
      headers: { "content-type": type },
      defParamCharset: "utf8",
      limits: {
        fields: MAX_FIELDS,
        fieldSize: maxTextBytes,
        files: (fileLimits?.max ?? 0) + 1,
        fileSize: fileLimits?.maxBytes ?? 1,
      },
    });
  } catch {
    throw new Refused([{ code: "form_unreadable" }], 400);
  }
  parser.on("field", (name, value, info) => {
    textBytes += Buffer.byteLength(value);
    if (info.valueTruncated || textBytes > maxTextBytes) fatal ??= new Refused([{ code: "form_too_large" }], 413);
    else addField(form.fields, name, value);
  });
  parser.on("fieldsLimit", () => (fatal ??= new Refused([{ code: "form_too_large" }], 413)));
  parser.on("file", (field, stream, info) => {
    // The form may break off before the file is being written: an error that nobody hears would end the process.
    stream.on("error", () => undefined);
    const name = cleanFileName(info.filename);
    const isExtra = form.files.length + 1 > (fileLimits?.max ?? 0);
    if (!name || isExtra) {
      if (name) form.reasons.push({ code: "too_many_files", field, params: { maximum: fileLimits?.max ?? 0 } });
      stream.resume();
      return;
    }
    const file: PostedFile = { field, fileName: name, claimedType: info.mimeType, path: "", size: 0, sha256: "" };
    form.files.push(file);
    const written = store(stream, file).then(
      () => leaveOut(form, file, reasonAgainst(file, stream.truncated, fileLimits)),
      (error: unknown) => {
        // The form broke off: that is said of the whole form.
        if (stream.errored) throw stream.errored;
        log().error({ err: error }, "an uploaded file could not be written");
        return leaveOut(form, file, { code: "file_not_kept", field, params: { name } });
      },
    );
    // It is waited for when the form has been read; until then a failure has nobody else to hear it.
    written.catch(() => undefined);
    writes.push(written);
  });
  try {
    if (!request.body) throw new Error("no body");
    await feed(parser, request.body as unknown as AsyncIterable<Uint8Array>);
    await Promise.all(writes);
  } catch {
    await Promise.allSettled(writes);
    await discardFiles(form.files);
    throw fatal ?? new Refused([{ code: "form_unreadable" }], 400);
  }
  if (fatal) {
    await discardFiles(form.files);
    throw fatal;
  }
  return form;
}

/** Reads on when the form is broken: leaving the body would cut the connection before the answer has reached the browser. */
async function feed(parser: busboy.Busboy, body: AsyncIterable<Uint8Array>): Promise<void> {
  const ended = finished(parser);
  ended.catch(() => undefined);
  let unkept = 0;
  try {
    for await (const chunk of body) {
      if (parser.destroyed) unkept += chunk.byteLength;
      else if (!parser.write(chunk))
        await Promise.race([once(parser, "drain").catch(() => undefined), ended.catch(() => undefined)]);
      if (unkept > MOST_UNKEPT_BYTES) break;
    }
  } catch (error) {
    parser.destroy(error as Error);
  }
  if (!parser.destroyed) parser.end();
  await ended;
}

async function store(stream: Readable, file: PostedFile): Promise<void> {
  const folder = incomingFolder();
  const hash = createHash("sha256");
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      file.size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  // The form may break off while the folder is made, before the pipeline below listens.
  meter.on("error", () => undefined);
  stream.once("error", (error) => meter.destroy(error));
  stream.pipe(meter);
  try {
    await mkdir(folder, { recursive: true });
    file.path = join(folder, randomUUID());
    await pipeline(meter, createWriteStream(file.path, { flags: "wx", mode: 0o600 }));
  } catch (error) {
    // Read on: the rest of the form stands behind the file, and what was typed there is to be kept.
    stream.unpipe(meter).resume();
    throw error;
  }
  file.sha256 = hash.digest("hex");
}

function reasonAgainst(
  { field, fileName: name, size }: PostedFile,
  isTruncated: boolean | undefined,
  limits: FormLimits["files"],
): Reason | null {
  if (isTruncated) {
    return { code: "file_too_large", field, params: { name, maximum: (limits?.maxBytes ?? 0) / 1048576 } };
  }
  return size === 0 ? { code: "file_empty", field, params: { name } } : null;
}

/** Takes a file out of the form and says why; a file without a reason against it stays. */
async function leaveOut(form: PostedForm, file: PostedFile, reason: Reason | null): Promise<void> {
  if (!reason) return;
  form.files.splice(form.files.indexOf(file), 1);
  form.reasons.push(reason);
  await discardFiles([file]);
}

/** What was typed into each field, for the page of a refused form. */
export function typedValues(form: PostedForm | undefined): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(form?.fields ?? {}).map(([name, [value]]) => [name, value]));
}

export async function discardFiles(files: PostedFile[]): Promise<void> {
  await Promise.allSettled(files.map((file) => unlink(file.path)));
}

/** Line ends become \n; control characters, which nobody can see and PostgreSQL cannot store, are left out. */
function addField(fields: Record<string, string[]>, name: string, value: string): void {
  // eslint-disable-next-line no-control-regex
  const clean = value.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
  (fields[name] ??= []).push(clean);
}

/** The last part of the claimed name without path, control or direction characters; at most 100 characters. */
function cleanFileName(name: string | undefined): string {
  const last = basename((name ?? "").replaceAll("\\", "/"));
  // eslint-disable-next-line no-control-regex
  return [...last.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim()]
    .slice(-100)
    .join("");
}

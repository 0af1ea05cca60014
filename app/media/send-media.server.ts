import { Readable } from "node:stream";
import { askedRange } from "./byte-range";
import { openMedia, type ReadableFile } from "./queries.server";

/**
 * Answers with the bytes: 200 whole, 206 the part that `Range` asks for, 416 when it begins behind the end, 304 when the
 * browser has them. Whether somebody may read them is asked each time, so nothing is kept without asking again.
 */
export async function sendMedia(file: ReadableFile, request: Request): Promise<Response> {
  const { size, etag, mediaType, fileName } = file;
  const headers = new Headers({
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-cache",
    "Content-Type": mediaType,
    "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, escaped)}`,
    ETag: etag,
    "X-Robots-Tag": "noindex",
  });
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  const condition = request.headers.get("If-Range");
  const isSame = condition === null || condition === etag;
  const range = isSame ? askedRange(request.headers.get("Range"), size) : null;
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set("Content-Length", String(end - start + 1));
  if (range) headers.set("Content-Range", `bytes ${start}-${end}/${size}`);
  const bytes = await openMedia(file, range ?? undefined);
  // Node's own conversion still hears the error of a reader who leaves in the middle; unheard, it would end the process.
  const body = Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
  return new Response(body, { status: range ? 206 : 200, headers });
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

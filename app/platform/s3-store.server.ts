import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";
import { keyOf, type FileStore } from "./file-store.server";

export interface S3Place {
  /** Address of the bucket with a slash at its end; object keys follow it. */
  address: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const TRIES = 3;
const ANSWER_WITHIN_MS = 30_000;
/** The slowest line that a long file may take. */
const SLOWEST_BYTES_PER_MS = 250;

/**
 * Reads `s3://BUCKET/PREFIX?endpoint=https://…&region=…&style=path|host`. The bucket stands in the path, as small
 * servers want it, or in the host's name, as large providers do. Throws on what is not such an address.
 */
export function s3Place(url: string, keys: { accessKeyId?: string; secretAccessKey?: string }): S3Place {
  const asked = new URL(url);
  const endpoint = asked.searchParams.get("endpoint");
  if (!/^s3:$/.test(asked.protocol) || !asked.hostname || !endpoint) {
    throw new Error("must be s3://BUCKET/PREFIX?endpoint=https://…");
  }
  const { accessKeyId, secretAccessKey } = keys;
  if (!accessKeyId || !secretAccessKey) throw new Error("needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY");
  const base = new URL(endpoint);
  const prefix = asked.pathname.replace(/^\/+|\/+$/g, "");
  const isInHost = asked.searchParams.get("style") === "host";
  if (isInHost) base.hostname = `${asked.hostname}.${base.hostname}`;
  const parts = [isInHost ? "" : asked.hostname, prefix].filter(Boolean);
  const address = `${base.origin}/${parts.map((part) => `${part}/`).join("")}`;
  return { address, region: asked.searchParams.get("region") ?? "us-east-1", accessKeyId, secretAccessKey };
}

/** Files as objects of a bucket. What the bucket answers other than success is an error that names its status alone. */
export function s3Store(place: S3Place): FileStore {
  const client = new AwsClient({ ...place, service: "s3", retries: 0 });
  const ask = (id: string, request: () => RequestInit, withinMs = ANSWER_WITHIN_MS) =>
    tried(() => within(withinMs, (signal) => client.fetch(place.address + keyOf(id), { ...request(), signal })));
  return {
    keep: async (path, id) => {
      const { size } = await stat(path);
      const headers = { "Content-Length": String(size), "Content-Type": "application/octet-stream" };
      const put = () => ({ method: "PUT", headers, body: Readable.toWeb(createReadStream(path)), duplex: "half" });
      const answer = await ask(id, put as unknown as () => RequestInit, ANSWER_WITHIN_MS + size / SLOWEST_BYTES_PER_MS);
      if (!answer.ok) throw await failure(answer);
      await rm(path, { force: true });
    },
    open: async (id, range) => {
      const headers: HeadersInit = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
      const answer = await ask(id, () => ({ headers }));
      if (!answer.ok || !answer.body) throw await failure(answer);
      return Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
    },
    remove: async (id) => {
      await (await ask(id, () => ({ method: "DELETE" }))).body?.cancel();
    },
  };
}

/** The time until the answer begins is bounded; reading a long file may then take as long as its reader does. */
async function within(ms: number, ask: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error("The store of files did not answer in time")), ms);
  try {
    return await ask(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

class StoreFailed extends Error {}

/** A break in the line is tried again; a refusal is not. */
async function tried(work: () => Promise<Response>): Promise<Response> {
  for (let turn = 1; ; turn += 1) {
    try {
      const answer = await work();
      if (answer.ok || answer.status === 404) return answer;
      throw await failure(answer);
    } catch (error) {
      const isFinal = error instanceof StoreFailed && !/ (429|5\d\d)$/.test(error.message);
      if (isFinal || turn === TRIES) throw error;
    }
  }
}

async function failure(answer: Response): Promise<StoreFailed> {
  await answer.body?.cancel();
  return new StoreFailed(`The store of files answered ${answer.status}`);
}

import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { SECURITY_HEADERS } from "./security-headers";

const gzipAsync = promisify(gzip);

/** A finished page as bytes, ready to be written with one call. */
export interface KeptPage {
  etag: string;
  plain: Body;
  gzipped: Body;
  tags: string[];
  validUntil: number;
  size: number;
}

interface Body {
  bytes: Buffer;
  headers: Record<string, string>;
}

export interface CacheOptions {
  maxBytes: number;
  /** The domain's clock: a page dies at the instant at which something on it changes by time alone. */
  now: () => Date;
}

const MOST_TAGS = 50_000;

/**
 * Keeps public pages as bytes, least recently read first out. A page is dropped by the tags of a committed event or when
 * its time is up. `dropped` counts drops, so that a page rendered from what was read before a drop is never kept after it.
 */
export class PageCache {
  private readonly pages = new Map<string, KeptPage>();
  private readonly keysByTag = new Map<string, Set<string>>();
  private readonly droppedAt = new Map<string, number>();
  private bytes = 0;
  private dropped = 0;
  private forgottenAt = 0;
  private isSuspended = false;

  constructor(private readonly options: CacheOptions) {}

  get(key: string): KeptPage | null {
    const page = this.pages.get(key);
    if (!page) return null;
    if (page.validUntil <= this.options.now().getTime()) {
      this.remove(key);
      return null;
    }
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
  }

  /** Taken before a page is rendered, handed to `isCurrent` after. */
  mark(): number {
    return this.dropped;
  }

  /** Whether nothing with one of these tags was dropped since the mark. */
  isCurrent(tags: string[], mark: number): boolean {
    return !this.isSuspended && mark >= this.forgottenAt && tags.every((tag) => (this.droppedAt.get(tag) ?? 0) <= mark);
  }

  keep(key: string, page: KeptPage): void {
    if (page.size > this.options.maxBytes / 8) return;
    this.remove(key);
    this.pages.set(key, page);
    this.bytes += page.size;
    for (const tag of page.tags) {
      const keys = this.keysByTag.get(tag) ?? new Set();
      this.keysByTag.set(tag, keys.add(key));
    }
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.options.maxBytes) break;
      this.remove(oldest);
    }
  }

  drop(tags: Iterable<string>): void {
    this.dropped += 1;
    for (const tag of tags) {
      this.droppedAt.set(tag, this.dropped);
      for (const key of this.keysByTag.get(tag) ?? []) this.remove(key);
    }
    if (this.droppedAt.size > MOST_TAGS) this.forget();
  }

  /** Forgets all pages and keeps none, nor one that is being rendered now, until it is resumed. */
  suspend(): void {
    this.isSuspended = true;
    this.dropped += 1;
    for (const key of [...this.pages.keys()]) this.remove(key);
    this.forget();
  }

  resume(): void {
    this.isSuspended = false;
    this.dropped += 1;
    this.forget();
  }

  /** Of tags without number the marks are forgotten now and then; what is rendered meanwhile is then not kept. */
  private forget(): void {
    this.droppedAt.clear();
    this.forgottenAt = this.dropped;
  }

  private remove(key: string): void {
    const page = this.pages.get(key);
    if (!page) return;
    this.pages.delete(key);
    this.bytes -= page.size;
    for (const tag of page.tags) {
      const keys = this.keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.keysByTag.delete(tag);
    }
  }
}

/** Makes the bytes and headers of a page once, so that sending it costs one write. */
export async function finishPage(
  html: Buffer,
  contentType: string,
  kept: { tags: string[]; validUntil: Date | null },
): Promise<KeptPage> {
  const zipped = await gzipAsync(html, { level: 6 });
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  const headers = {
    ...SECURITY_HEADERS,
    "Content-Type": contentType,
    "Cache-Control": "no-cache",
    Vary: "Accept-Encoding, Cookie",
    ETag: etag,
  };
  return {
    etag,
    plain: { bytes: html, headers: { ...headers, "Content-Length": String(html.length) } },
    gzipped: {
      bytes: zipped,
      headers: { ...headers, "Content-Encoding": "gzip", "Content-Length": String(zipped.length) },
    },
    tags: kept.tags,
    validUntil: kept.validUntil?.getTime() ?? Number.POSITIVE_INFINITY,
    size: html.length + zipped.length,
  };
}

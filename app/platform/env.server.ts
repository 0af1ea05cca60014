import { isIP } from "node:net";
import { z } from "zod";

const flag = (byDefault: "0" | "1") =>
  z
    .enum(["0", "1"])
    .default(byDefault)
    .transform((value) => value === "1");

const optionalUrl = z
  .string()
  .optional()
  .transform((value) => (value ? value : undefined))
  .pipe(z.url().optional());

const addressList = z
  .string()
  .default("")
  .transform((value) => value.split(",").flatMap((item) => item.trim() || []))
  .refine((items) => items.every((item) => isIP(item) !== 0), "must be a list of IP addresses");

/** Every setting of the product, with its default and meaning. `.env.example` lists the same names. */
const settings = z.object({
  NODE_ENV: z.string().default("production"),

  /** Address and port to listen on. Port 0 lets the system choose; the chosen one is printed. */
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),

  /** The site's own address, for mail, feeds, the sitemap and the Origin check. Absent: Origin must equal Host. */
  PUBLIC_URL: optionalUrl.transform((value) => value?.replace(/\/+$/, "")),

  /** Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, separated by commas. */
  TRUST_PROXY: addressList,

  /** `file:PATH` (SQLite) or `postgresql://…`. */
  DATABASE_URL: z
    .string()
    .default("file:./data/yishiting.db")
    .refine((value) => /^(file:.|postgres(ql)?:\/\/)/.test(value), "must start with file: or postgresql://"),

  /**
   * Uploaded files: `file:FOLDER`, or `s3://BUCKET/PREFIX?endpoint=https://…&region=…&style=path|host` with the two keys.
   */
  STORAGE_URL: z
    .string()
    .default("file:./data/uploads")
    .refine((value) => /^(file:.|s3:\/\/[^/?]+.*[?&]endpoint=https?:)/.test(value), {
      error: "must be file:FOLDER or s3://BUCKET/PREFIX?endpoint=https://…",
    }),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),

  /** Signs cookies and derives receipt codes. Made and kept in data/ for the demonstration; required with DEMO=0. */
  SESSION_SECRET: z.string().optional(),

  /** 1: demonstration accounts, banner and data, loopback only. 0: starts empty and asks for the first administrator. */
  DEMO: flag("1"),
  /** 1: lets the demonstration answer on addresses other than loopback. */
  DEMO_PUBLIC: flag("0"),

  /** `off` only on loopback, for load tests. */
  RATE_LIMIT: z.enum(["on", "off"]).default("on"),

  /** Demonstration and tests only: an instant the clock starts from, `=INSTANT` where it stands still, or a shift such as +P30D. */
  NOW: z.string().optional(),

  /** smtp:// or smtps://; absent: mail stays readable in the outbox. */
  SMTP_URL: z.string().optional(),
  /** Address of the SMS gateway, which takes a POST of JSON {to, text}; absent: the desk lists whom to telephone. */
  SMS_URL: optionalUrl,
  /**
   * Checker of words outside: takes a POST of JSON {text} and answers {terms: [...]}. The text of drafts goes there before
   * it is public. Absent: only the platform's own lists are used.
   */
  WORD_CHECK_URL: optionalUrl,
  /** Addresses of this network at which the checker may stand, separated by commas; without it none. */
  WORD_CHECK_ADDRESSES: addressList,
  /** Sender of mail. */
  MAIL_FROM: z.string().default("noreply@localhost"),

  /** Mebibytes for finished public pages; 0 renders each anew, to measure it. */
  PAGE_CACHE_MB: z.coerce.number().int().min(0).max(4096).default(32),

  /** Log level of pino. */
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("warn"),
});

export type Env = z.infer<typeof settings>;

/** Reads and checks the settings. Throws one error that names each bad variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Settings are not right:\n  ${lines.join("\n  ")}`);
  }
  const env = parsed.data;
  const problems = conflicts(env);
  if (problems.length > 0) throw new Error(`Settings are not right:\n  ${problems.join("\n  ")}`);
  return env;
}

function conflicts(env: Env): string[] {
  const problems: string[] = [];
  const loopback = isLoopback(env.HOST);
  if (env.DEMO && !env.DEMO_PUBLIC && !loopback)
    problems.push("HOST: the demonstration listens on loopback only, unless DEMO_PUBLIC=1");
  if (env.RATE_LIMIT === "off" && !loopback) problems.push("RATE_LIMIT: may be off only on loopback");
  if (env.STORAGE_URL.startsWith("s3:") && !(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY))
    problems.push("STORAGE_URL: a bucket needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY");
  if (!env.DEMO && env.NOW) problems.push("NOW: only for the demonstration and tests");
  if (!env.DEMO && !env.SESSION_SECRET) problems.push("SESSION_SECRET: required with DEMO=0, at least 32 characters");
  if (env.SESSION_SECRET !== undefined && isWeak(env.SESSION_SECRET)) {
    problems.push("SESSION_SECRET: at least 32 characters that are not a known example");
  }
  return problems;
}

function isWeak(secret: string): boolean {
  return secret.length < 32 || new Set(secret).size < 10 || /change.?me|super.*secret|example|password/i.test(secret);
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

let parsed: Env | undefined;

export function env(): Env {
  return (parsed ??= parseEnv(process.env));
}

import { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

export class OutwardFailed extends Error {}

interface OutwardOptions {
  timeoutMs: number;
  maxBytes: number;
  /** Addresses of this network that the operator names; all others of it are refused. */
  allowed: readonly string[];
}

/** This machine, this network, and addresses that no service on the internet has (RFC 6890). */
const INWARD = new BlockList();
for (const [net, prefix] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["224.0.0.0", 3],
  ] as const),
]) {
  INWARD.addSubnet(net, prefix, "ipv4");
}
for (const [net, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  INWARD.addSubnet(net, prefix, "ipv6");
}

/** Whether an address belongs to this machine or its network, an IPv4 address inside an IPv6 one too. */
export function isInward(address: string): boolean {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = inner ?? address;
  const family = isIP(plain);
  if (family === 0 || /^::ffff:/i.test(plain)) return true;
  return INWARD.check(plain, family === 4 ? "ipv4" : "ipv6");
}

/**
 * Posts JSON to an address that the operator set and reads JSON back. The name is resolved once, checked, and connected
 * to as checked, so that it cannot lead inward afterwards; redirects are not followed. Throws `OutwardFailed` with a code:
 * `address`, `timeout`, `status`, `too_long`, `unreadable`, `unreachable`.
 */
export async function postJson(address: string, body: unknown, options: OutwardOptions): Promise<unknown> {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw new OutwardFailed("address");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) requireOutward(host, options.allowed);
  const text = await exchange(url, JSON.stringify(body), options);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new OutwardFailed("unreadable");
  }
}

function exchange(url: URL, body: string, options: OutwardOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (code: string) => reject(new OutwardFailed(code));
    const signal = AbortSignal.timeout(options.timeoutMs);
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) },
      lookup: checkedLookup(options.allowed),
      agent: false,
      signal,
    });
    request.once("error", (error) => {
      if (error instanceof OutwardFailed) reject(error);
      else fail(signal.aborted ? "timeout" : "unreachable");
    });
    request.once("response", (response) => {
      if (response.statusCode !== 200) {
        request.destroy();
        return fail("status");
      }
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        if (text.length <= options.maxBytes) return;
        request.destroy();
        fail("too_long");
      });
      response.once("end", () => resolve(text));
      response.once("error", () => fail(signal.aborted ? "timeout" : "unreachable"));
    });
    request.end(body);
  });
}

function checkedLookup(allowed: readonly string[]): LookupFunction {
  return (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const refused = found.find(({ address }) => isInward(address) && !allowed.includes(address));
      if (refused || found.length === 0) return done(new OutwardFailed("address"), []);
      const [first] = found;
      if (options.all) done(null, found);
      else done(null, first!.address, first!.family);
    });
}

function requireOutward(address: string, allowed: readonly string[]): void {
  if (isInward(address) && !allowed.includes(address)) throw new OutwardFailed("address");
}

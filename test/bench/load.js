// A small HTTP load. Each connection sends its next request when the answer to the last one is complete, so that the
// number of requests under way is the number of connections. Plain sockets: Node's own client would be the bottleneck.
import { connect } from "node:net";

const HEADER_END = Buffer.from("\r\n\r\n");
const LAST_CHUNK = "0\r\n\r\n";

/**
 * Sends requests for a while. `next(n)` makes the bytes of the n-th request; `answered(head, n)`, if given, is handed
 * the head of its answer. Tells answers per second, times in milliseconds, and how often each status came.
 */
export async function load(port, { connections, seconds, next, answered }) {
  const run = { until: performance.now() + seconds * 1000, sent: 0, times: [], statuses: {}, next, answered };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, () => converse(port, run)));
  const took = (performance.now() - began) / 1000;
  const times = run.times.sort((a, b) => a - b);
  return { perSecond: times.length / took, p50: at(times, 0.5), p99: at(times, 0.99), statuses: run.statuses };
}

/** The bytes of a request as a browser sends it. */
export function requestOf(port, { method = "GET", path, headers = {}, body = "" }) {
  const all = {
    Host: `127.0.0.1:${port}`,
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36",
    Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8",
    ...headers,
    ...(method === "POST" && { "Content-Length": Buffer.byteLength(body) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
}

function converse(port, run) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let received = [];
    let number = 0;
    let sentAt = 0;
    const send = () => {
      if (performance.now() >= run.until) return socket.end();
      number = run.sent++;
      received = [];
      sentAt = performance.now();
      socket.write(run.next(number));
    };
    socket.setNoDelay(true);
    socket.once("connect", send);
    socket.once("error", reject);
    socket.once("close", resolve);
    socket.on("data", (chunk) => {
      received.push(chunk);
      const answer = received.length === 1 ? chunk : (received = [Buffer.concat(received)])[0];
      const head = completeHead(answer);
      if (head === null) return;
      run.times.push(performance.now() - sentAt);
      const status = head.slice(9, 12);
      run.statuses[status] = (run.statuses[status] ?? 0) + 1;
      run.answered?.(head, number);
      send();
    });
  });
}

/** The head of an answer whose body has arrived too, otherwise null. */
function completeHead(answer) {
  const end = answer.indexOf(HEADER_END);
  if (end === -1) return null;
  const head = answer.toString("latin1", 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return answer.length >= end + 4 + Number(length) ? head : null;
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return head;
  return answer.toString("latin1", answer.length - LAST_CHUNK.length) === LAST_CHUNK ? head : null;
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

// Thousands of readers watch one interview: how long until the last of them is told that a question was shown, beside
// a bare Socket.IO server that tells as many at a plain post. Product and bare server take turns.
import { io } from "socket.io-client";
import { Visitor, startServer } from "./product.js";

export const READERS = 2_000;
const ROUNDS = 15;
const WARM_UP = 3;
const AT_ONCE = 50;
const PATIENCE_MS = 20_000;

/** Milliseconds until the last reader is told, of the product and of the bare server, round by round. */
export async function watchTogether(product, { password, pin }) {
  const bare = await startServer(["test/bench/bare-sockets.js"], { env: process.env, ready: /ready at (\d+)/, pin });
  const { slug, show } = await interviewWith(product.port, password, ROUNDS + WARM_UP);
  const ours = await readers(product.port, `interview:${slug}`);
  const theirs = await readers(bare.port, "topic");
  const tellBare = () => fetch(`http://127.0.0.1:${bare.port}/`, { method: "POST", redirect: "manual" });
  const rounds = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const pair = [await untilAllAreTold(ours, () => show(round)), await untilAllAreTold(theirs, tellBare)];
    if (round >= WARM_UP) rounds.push(pair);
  }
  for (const socket of [...ours, ...theirs]) socket.disconnect();
  await bare.stop();
  return rounds;
}

/** An announced interview with questions that wait to be shown, made as officers and readers make it. */
async function interviewWith(port, password, questions) {
  const handler = await new Visitor(port).signIn("handler.housing", password);
  const approver = await new Visitor(port).signIn("approver.housing", password);
  const begins = new Date(Date.now() + 32 * 3600 * 1000).toISOString().slice(0, 16);
  const written = { title: "Benchmark", summary: "Benchmark", guest: "Benchmark", beginsAt: begins };
  const made = await handler.post("/desk/interviews/new", { unit: "housing-construction", ...written });
  const desk = made.headers.get("Location");
  await handler.post(desk, { act: "submit" });
  await approver.post(desk, { act: "announce" });
  const slug = desk.split("/").at(-1);
  for (let number = 0; number < questions; number++) {
    await new Visitor(port).post(`/interviews/${slug}/questions`, { body: `Question ${number}`, publish: "yes" });
  }
  const page = await handler.get(desk);
  const numbers = [...page.matchAll(/id="question-(\d+)"/g)].map(([, number]) => number);
  return { slug, show: (index) => handler.post(desk, { act: "show", number: numbers[index] }) };
}

async function readers(port, topic) {
  const sockets = [];
  while (sockets.length < READERS) {
    const some = Array.from({ length: Math.min(AT_ONCE, READERS - sockets.length) }, () => connect(port, topic));
    sockets.push(...(await Promise.all(some)));
  }
  return sockets;
}

function connect(port, topic) {
  const site = `http://127.0.0.1:${port}`;
  const socket = io(site, { transports: ["websocket"], forceNew: true, reconnection: false });
  return new Promise((resolve, reject) => {
    socket.once("connect_error", reject);
    socket.once("connect", async () => {
      const answer = await socket.emitWithAck("watch", topic);
      if (answer.ok) resolve(socket);
      else reject(new Error(`${topic}: ${answer.reason}`));
    });
  });
}

/** From the post to the last reader's news; a reader who is not told is an error of the benchmark. */
async function untilAllAreTold(sockets, post) {
  const began = performance.now();
  let told = 0;
  const everyone = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${told} of ${sockets.length} were told`)), PATIENCE_MS);
    for (const socket of sockets) {
      socket.once("changed", () => {
        if (++told < sockets.length) return;
        clearTimeout(late);
        resolve();
      });
    }
  });
  await Promise.all([post(), everyone]);
  return performance.now() - began;
}

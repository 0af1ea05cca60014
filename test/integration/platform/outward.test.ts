import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { isInward, postJson } from "~/platform/outward.server";

const servers: Server[] = [];

afterAll(() => servers.forEach((server) => server.close()));

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/check`;
}

const OPTIONS = { timeoutMs: 500, maxBytes: 1000, allowed: ["127.0.0.1"] };

describe("asking outward", () => {
  it("sends what is given and reads what is answered", async () => {
    const address = await serve((request, response) => {
      request.setEncoding("utf8");
      request.on("data", (text: string) => response.end(`{"got":${text}}`));
    });
    expect(await postJson(address, { text: "稿" }, OPTIONS)).toEqual({ got: { text: "稿" } });
  });

  it.each<[string, RequestListener]>([
    ["status", (_request, response) => response.writeHead(302, { Location: "http://127.0.0.1/" }).end()],
    ["status", (_request, response) => response.writeHead(500).end()],
    ["unreadable", (_request, response) => response.end("<html>")],
    ["too_long", (_request, response) => response.end("x".repeat(2000))],
    ["timeout", () => undefined],
    ["unreachable", (request) => request.socket.destroy()],
  ])("says %s when it fails so", async (code, answer) => {
    await expect(postJson(await serve(answer), {}, OPTIONS)).rejects.toThrow(code);
  });

  it("goes to no address of this network that is not named, by whatever name", async () => {
    let asked = 0;
    const { port } = new URL(await serve((_request, response) => response.end(String((asked += 1)))));
    const hosts = [
      "127.0.0.1",
      "localhost",
      "2130706433",
      "0x7f.1",
      "0177.0.0.1",
      "127.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "0.0.0.0",
    ];
    for (const host of hosts) {
      await expect(postJson(`http://${host}:${port}/`, {}, { ...OPTIONS, allowed: [] }), host).rejects.toThrow(
        "address",
      );
    }
    for (const address of [`file:///etc/passwd`, `ftp://127.0.0.1:${port}/`, `http://a:b@127.0.0.1:${port}/`]) {
      await expect(postJson(address, {}, OPTIONS), address).rejects.toThrow("address");
    }
    expect(asked).toBe(0);
  });

  it.each([
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "172.31.0.1",
    "192.168.1.1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "no address",
  ])("takes %s for inward", (address) => expect(isInward(address)).toBe(true));

  it.each(["8.8.8.8", "172.32.0.1", "2400:3200::1"])("takes %s for outward", (address) => {
    expect(isInward(address)).toBe(false);
  });
});

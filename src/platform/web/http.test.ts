import { once } from "node:events";
import { request as ask, createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { answerFailures, guardedExpress } from "./http.ts";

let server: Server;
let origin: string;

beforeAll(async () => {
  const http = guardedExpress(readConfig({}), [{ path: /^\/lists\/import$/, bytes: 3_000_000 }]);
  http.get("/fails", () => Promise.reject(Object.assign(new Error("broken"), { input: "/somebody" })));
  http.get("/missing", () => Promise.reject(Object.assign(new Error("none"), { status: 404 })));
  http.use((request, response) => {
    request.resume().once("end", () => response.type("text/plain").send("ok"));
  });
  http.use(answerFailures(pino({ level: "silent" })));
  server = createServer(http).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

type Sent = { method?: string; headers?: Record<string, string>; body?: Buffer };

/** By the bare client: fetch mends addresses and hosts before it sends them. */
async function statusOf(path: string, { method = "GET", headers = {}, body }: Sent = {}) {
  const sent = ask(`${origin}/`, { path, method, headers, agent: false });
  // A server that refuses a long body hangs up on the rest of it.
  sent.on("error", () => undefined);
  sent.end(body);
  const [response] = await once(sent, "response");
  response.resume();
  return { status: response.statusCode as number, headers: response.headers as Record<string, string> };
}

const form = (bytes: number): Sent => ({
  method: "POST",
  headers: { origin, "content-type": "application/x-www-form-urlencoded", "content-length": String(bytes) },
  body: Buffer.alloc(bytes, "a"),
});

describe("addresses", () => {
  it.each([
    ["/a", {}, 200],
    ["/a?q=%E4%BF%9D", {}, 200],
    ["/a?q=%ff", {}, 200],
    ["/%ff", {}, 400],
    ["/a%00b", {}, 400],
    ["/a?q=%00", {}, 400],
    ["/a", { host: "evil<>" }, 400],
    ["/a", { host: "evil.example" }, 421],
    ["/a", { host: "127.0.0.1.evil.example" }, 421],
    ["/a", { host: "localhost:1" }, 200],
    ["/healthz", { host: "10.0.0.7:3000" }, 200],
  ])("answers %s %o with %i", async (path, headers, status) => {
    const answer = await statusOf(path, { headers });
    expect(answer.status).toBe(status);
    expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });
});

it("refuses a request that names two hosts", async () => {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.end("GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  const [first] = (await once(socket, "data")) as [Buffer];
  expect(first.toString()).toMatch(/^HTTP\/1\.1 400 /);
});

it("serves its one address alone", async () => {
  const http = guardedExpress(readConfig({ YUI_MODE: "production", YUI_ORIGIN: "https://yui.example" }));
  http.use((_request, response) => void response.send("ok"));
  const other = createServer(http).listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const status = async (host: string) => {
    const sent = ask({ port, host: "127.0.0.1", path: "/a", headers: { host }, agent: false }).end();
    const [response] = await once(sent, "response");
    response.resume();
    return response.statusCode;
  };
  expect([await status("yui.example"), await status("127.0.0.1"), await status("yui.example:81")]).toEqual([
    200, 421, 421,
  ]);
  other.close();
});

describe("requests that change something", () => {
  it.each([
    ["the own origin", () => ({ origin }), 200],
    ["a foreign origin", () => ({ origin: "https://evil.example" }), 403],
    ["an origin that begins like the own", () => ({ origin: `${origin}.evil.example` }), 403],
    ["an opaque origin", () => ({ origin: "null" }), 403],
    [
      "an opaque origin, from the same origin",
      () => ({ origin: "null", "sec-fetch-site": "same-origin" }),
      200,
    ],
    ["an opaque origin, from another site", () => ({ origin: "null", "sec-fetch-site": "cross-site" }), 403],
    ["no origin", () => ({}), 403],
    ["no origin, from the same site only", () => ({ "sec-fetch-site": "same-site" }), 403],
    ["no origin, from the same origin", () => ({ "sec-fetch-site": "same-origin" }), 200],
    ["the own origin, from another site", () => ({ origin, "sec-fetch-site": "cross-site" }), 403],
    ["the own origin, from the same site only", () => ({ origin, "sec-fetch-site": "same-site" }), 403],
  ])("of %s", async (_name, headers, status) => {
    const sent = { ...headers(), "content-type": "application/x-www-form-urlencoded" };
    expect((await statusOf("/a", { method: "POST", headers: sent })).status).toBe(status);
  });

  it.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("are never sent by %s", async (method) => {
    const answer = await statusOf("/a", { method, headers: { origin } });
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
  });
});

it("takes an opaque origin of an old browser where the address holds a secret, and nowhere else", async () => {
  const post = (path: string, headers = {}) =>
    statusOf(path, { method: "POST", headers: { origin: "null", ...headers } });
  const token = `/r/${"a".repeat(43)}`;
  expect((await post(token)).status).not.toBe(403);
  for (const refused of [
    await post(token, { "sec-fetch-site": "cross-site" }),
    await post(`/r/${"a".repeat(42)}`),
    await post(`${token}a`),
  ])
    expect(refused.status).toBe(403);
});

it("takes what a mail program sends to end a list, at such an address alone", async () => {
  const post = (path: string, headers = {}) => statusOf(path, { method: "POST", headers });
  const address = `/n/${"a".repeat(43)}/one-click`;
  expect((await post(address)).status).not.toBe(403);
  for (const refused of [
    await post(address, { origin: "https://evil.example" }),
    await post(address, { "sec-fetch-site": "cross-site" }),
    await post(`/n/${"a".repeat(43)}`),
    await post(`/n/${"a".repeat(42)}/one-click`),
    await post(`${address}/x`),
  ])
    expect(refused.status).toBe(403);
});

it.each([
  ["/fails", 500],
  ["/missing", 404],
])("answers the failure of %s itself: %i", async (path, status) => {
  const answer = await statusOf(path);
  expect(answer.status).toBe(status);
  expect(answer.headers["content-type"]).toMatch(/^text\/plain/);
});

describe("bodies", () => {
  it.each([
    ["/a", 1_000_000, 200],
    ["/a", 2_000_000, 413],
    ["/lists/import", 2_000_000, 200],
    ["/lists/import.data", 2_000_000, 200],
    ["/lists/import", 4_000_000, 413],
    // The name of an upload where anyone may write what they like.
    ["/answers/import", 2_000_000, 413],
    ["/lists/import/more", 2_000_000, 413],
    ["/a/lists/import", 2_000_000, 413],
    ["/a?/lists/import", 2_000_000, 413],
  ])("to %s of %i bytes: %i", async (path, bytes, status) => {
    expect((await statusOf(path, form(bytes))).status).toBe(status);
  });

  it("takes all of what is too long before it says so: a browser that is cut off shows no answer", async () => {
    const { method, headers, body } = form(20_000_000);
    const sent = ask(`${origin}/a`, { method, headers, agent: false });
    const cutOff = once(sent, "error").then(([error]) => Promise.reject(error));
    sent.end(body);
    const [response] = await Promise.race([once(sent, "response"), cutOff]);
    expect(response.statusCode).toBe(413);
    expect(sent.writableFinished).toBe(true);
    response.resume();
  });

  it.each([
    ["/a", "application/json", 415],
    ["/a", "text/plain", 415],
    ["/a", "nonsense", 415],
    ["/a", "", 400],
    ["/a", "multipart/form-data", 400],
    ["/a", "multipart/form-data; boundary=x", 200],
    ["/api/a", "application/json", 200],
    ["/a", "application/x-www-form-urlencoded;charset=UTF-8", 200],
  ])("to %s as %s: %i", async (path, type, status) => {
    const headers = { origin, "content-length": "2", ...(type ? { "content-type": type } : {}) };
    expect((await statusOf(path, { method: "POST", headers, body: Buffer.from("{}") })).status).toBe(status);
  });
});

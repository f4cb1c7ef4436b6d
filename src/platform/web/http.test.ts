import { once } from "node:events";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
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
  ])("answers %s %o with %i", async (path, headers, status) => {
    const answer = await statusOf(path, { headers });
    expect(answer.status).toBe(status);
    expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });
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
  ])("of %s", async (_name, headers, status) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      expect((await statusOf("/a", { method, headers: headers() })).status).toBe(status);
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
    ["/api/a", "application/json", 200],
    ["/a", "application/x-www-form-urlencoded;charset=UTF-8", 200],
  ])("to %s as %s: %i", async (path, type, status) => {
    const headers = { origin, "content-type": type, "content-length": "2" };
    expect((await statusOf(path, { method: "POST", headers, body: Buffer.from("{}") })).status).toBe(status);
  });
});

import { once } from "node:events";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { type Config, readConfig, refusePlainOrigin } from "#platform/config/config.ts";
import { guardedExpress } from "#platform/web/http.ts";
import { proxy, proxyFinding } from "./proxy.ts";

const undo: (() => unknown)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** A proxy in front of Yui that hands on these headers, and the configuration of the Yui behind it. */
async function behind(headers: (host: string) => Record<string, string>): Promise<Config> {
  let inner = 0;
  const port = await listening(
    createServer((incoming, response) => {
      const onward = ask(
        {
          port: inner,
          host: "127.0.0.1",
          path: incoming.url,
          headers: headers(incoming.headers.host!),
          agent: false,
        },
        (answer) => {
          response.writeHead(answer.statusCode!, answer.headers);
          answer.pipe(response);
        },
      );
      onward.end();
    }),
  );
  const config = readConfig({
    YUI_MODE: "production",
    YUI_ORIGIN: `http://127.0.0.1:${port}`,
    YUI_TRUST_PROXY: "1",
  });
  inner = await listening(createServer(guardedExpress(config)));
  return config;
}

it("is content with a proxy that hands on what it should", async () => {
  const config = await behind((host) => ({ host, "x-forwarded-for": "192.0.2.1" }));
  expect(await proxy(config)).toMatchObject({ state: "good" });
});

it.each([
  ["the host", () => ({ host: "127.0.0.1:1", "x-forwarded-for": "192.0.2.1" }), "hand on the Host"],
  ["the address", (host: string) => ({ host }), "hand on the address"],
  [
    "the protocol",
    (host: string) => ({ host, "x-forwarded-for": "192.0.2.1", "x-forwarded-proto": "https" }),
    "hand on the protocol",
  ],
])("says so where a proxy does not hand on %s", async (_what, headers, mend) => {
  const found = await proxy(await behind(headers));
  expect(found.state).toBe("bad");
  expect(found.mend).toContain(mend);
});

it("says that the proxy is not believed yet, and that nothing answers", async () => {
  const config = { origin: "https://yui.example", trustProxy: false };
  const seen = { host: "yui.example", protocol: "http", forwarded: true };
  expect(proxyFinding(config, seen)).toMatchObject({ state: "bad", mend: "set YUI_TRUST_PROXY=1" });
  const silent = { ...readConfig({ YUI_MODE: "production" }), origin: "http://127.0.0.1:9" };
  expect(await proxy(silent)).toMatchObject({ state: "note" });
});

it("refuses to serve people over a network in the clear", () => {
  const refused =
    (origin: string, mode: Config["mode"] = "production") =>
    () =>
      refusePlainOrigin({ mode, origin });
  expect(refused("http://yui.example")).toThrow("in the clear");
  expect(refused("https://yui.example")).not.toThrow();
  expect(refused("http://localhost:3000")).not.toThrow();
  expect(refused("http://yui.example", "demonstration")).not.toThrow();
});

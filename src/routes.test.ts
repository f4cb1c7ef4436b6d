import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import { RouterContextProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { keptNowhere } from "#foundation/identity/api.server.ts";
import { sessionContext } from "#foundation/identity/public.ts";
import { MODULES } from "./modules.ts";
import routes from "./routes.ts";

type Page = Readonly<{ pattern: string; file: string }>;
const pagesOf = (entries: readonly RouteConfigEntry[], above = ""): Page[] =>
  entries.flatMap((entry) => {
    const pattern = entry.path === undefined ? above : `${above}/${entry.path}`;
    return [{ pattern, file: entry.file }, ...pagesOf(entry.children ?? [], pattern)];
  });
const PAGES = pagesOf(await routes);
const textOf = ({ file }: Page) => readFileSync(join(import.meta.dirname, file), "utf8");

/** What the answer of a page of that route says to browsers, proxies and search engines. */
async function headersOf(pattern: string, given: Record<string, string> = {}): Promise<Headers> {
  const context = new RouterContextProvider();
  context.set(sessionContext, undefined);
  const args = { context, pattern } as never;
  const answer = (await keptNowhere(args, async () => new Response("", { headers: given }))) as Response;
  return answer.headers;
}

describe("a page by the secret of a link", () => {
  const secret = PAGES.filter(({ pattern }) => /:token/.test(pattern)).map(({ pattern }) => pattern);

  it.each(secret)("%s is kept by no browser, proxy or search engine", async (pattern) => {
    for (const given of [{}, { "Cache-Control": "max-age=60" }]) {
      const headers = await headersOf(pattern, given as Record<string, string>);
      expect(headers.get("Cache-Control")).toBe("private, no-store");
      expect(headers.get("X-Robots-Tag")).toMatch(/^noindex/);
    }
  });

  it("is one wherever a page reads such a secret, and no other page is hidden", async () => {
    expect(secret.length).toBeGreaterThan(10);
    const reading = PAGES.filter((page) => /openLink\(|params\.token/.test(textOf(page)));
    expect(reading.filter(({ pattern }) => !secret.includes(pattern))).toEqual([]);
    const open = await headersOf("/areas/:area");
    expect([open.get("Cache-Control"), open.get("X-Robots-Tag")]).toEqual(["no-cache", null]);
  });
});

it("holds over a lock no form of a page that asks for a password or has other fields that it does not show again", () => {
  const never = MODULES.flatMap((module) => module.neverHeld ?? []);
  const asking = PAGES.filter((page) => /type="password"|\bsecret: \[/.test(textOf(page)));
  expect(asking.length).toBeGreaterThan(4);
  const held = asking.filter(({ pattern }) => !never.some(({ paths }) => paths?.test(pattern)));
  expect(held.map(({ pattern }) => pattern)).toEqual([]);
  expect(never.flatMap(({ fields = [] }) => fields)).toContain("password");
});

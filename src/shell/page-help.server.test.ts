import type { RouteConfigEntry } from "@react-router/dev/routes";
import { expect, it } from "vitest";
import { GLOSSARY } from "#foundation/help/glossary.messages.ts";
import { MODULES } from "../modules.ts";
import routes from "../routes.ts";
import { PAGE_HELP, pageHelp } from "./page-help.server.ts";

const [frame] = await routes;
const patterns = (entries: readonly RouteConfigEntry[]): string[] =>
  entries.flatMap(({ path }) => path ?? []);
/** Pages of strangers' links, of the sign-in, and such as explain themselves. */
const WITHOUT =
  /:token|^\*$|^stress$|^(sign-in|sign-up|sign-out|lock|resume|methods|about|share|find|w|areas\/:area\/(ask|embed|leaflet|plan\/published))\b/;

it("says of every page of the staff what it is for", () => {
  const pages = patterns(frame!.children ?? []);
  expect(pages.length).toBeGreaterThan(60);
  expect(pages.filter((pattern) => !WITHOUT.test(pattern) && !pageHelp(pattern))).toEqual([]);
});

it("speaks of pages that are there, in words that the glossary explains, each in two or three steps", () => {
  const pages = new Set(patterns(frame!.children ?? []).map((pattern) => pattern.replace(/\/:\w+\?$/, "")));
  expect(Object.keys(PAGE_HELP).filter((pattern) => !pages.has(pattern))).toEqual([]);
  const words = new Set(GLOSSARY.map(({ term }) => term));
  for (const [pattern, { about, steps, terms = [] }] of Object.entries(PAGE_HELP)) {
    expect(about, pattern).toMatch(/。$/);
    expect(steps.length, pattern).toBeLessThanOrEqual(3);
    expect(
      terms.filter((word) => !words.has(word)),
      pattern,
    ).toEqual([]);
  }
});

it("keeps the help of a page in one module", () => {
  const all = MODULES.flatMap(({ help }) => Object.keys(help ?? {}));
  expect(new Set(all).size).toBe(all.length);
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as library from "../src/index.ts";

const pages = new URL("../../../docs/methods/", import.meta.url);
const source = new URL("../src/", import.meta.url);
const read = (name: string, folder: URL) => readFileSync(new URL(name, folder), "utf8");

/** Pages of the statistics: those that the first table of the overview lists. */
const overview = read("README.md", pages).split("## Statistics")[1]!.split("\n## ")[0]!;
const listed = [...overview.matchAll(/\]\(([\w-]+)\.md\)/g)].map((match) => match[1]!);

test("the overview lists pages that are there", () => {
  const there = new Set(readdirSync(pages));
  expect(listed.length).toBeGreaterThan(30);
  expect(listed.filter((name) => !there.has(`${name}.md`))).toEqual([]);
});

describe.each(listed)("%s", (name) => {
  const page = read(`${name}.md`, pages);

  test("is named as its file and names what the library exports", () => {
    expect(readdirSync(source)).toContain(`${name}.ts`);
    const named = page.split("\n").find((line) => line.startsWith("`packages/healthstats/src/"))!;
    const functions = [...named.matchAll(/`(\w+)`/g)].map((match) => match[1]!);
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.filter((entry) => !(entry in library))).toEqual([]);
  });

  test("has a Japanese name and every section", () => {
    expect(page.split("\n")[2]).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    for (const section of [
      "What it says",
      "Formula",
      "When it must not be used",
      "Worked example",
      "Reference",
    ]) {
      expect(page).toContain(`\n## ${section}\n`);
    }
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as library from "../src/index.ts";

const pages = new URL("../../../docs/methods/", import.meta.url);
const source = new URL("../src/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, pages), "utf8");

/** Pages of verdicts, disclosure control and scoring: those that the later tables of the overview list. */
const overview = read("README.md").split("\n## ").slice(2).join("\n");
const listed = [...overview.matchAll(/\]\(([\w-]+)\.md\)/g)].map((match) => match[1]!);
const files = readdirSync(source, { recursive: true }).map((file) => `${file}`.replaceAll("\\", "/"));

test("the overview lists them", () => {
  expect(listed.length).toBeGreaterThan(15);
});

describe.each(listed)("%s", (name) => {
  const page = read(`${name}.md`);

  test("is named as its file and names what the library exports", () => {
    expect(files.some((file) => file === `${name}.ts` || file.endsWith(`/${name}.ts`))).toBe(true);
    const named = page.split("\n").filter((line) => line.startsWith("`packages/healthstats/src/"));
    const functions = named.flatMap((line) => [...line.matchAll(/`(\w+)`/g)].map((match) => match[1]!));
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.filter((entry) => !(entry in library))).toEqual([]);
  });

  test("has a Japanese name and every section", () => {
    expect(page.split("\n")[2]).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    for (const section of ["What it says", "When it must not be used", "Worked example", "Reference"]) {
      expect(page).toContain(`\n## ${section}\n`);
    }
    expect(page).toMatch(/\n## (Rule|Formula)/);
  });
});

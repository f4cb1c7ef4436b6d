import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { expectOk } from "#platform/kernel/result.ts";
import { GLOSSARY } from "./glossary.messages.ts";
import { handbookPart, listHandbook, whatIsNew } from "./handbook.queries.server.ts";
import { HANDBOOK_PARTS } from "./help.messages.ts";
import { helpFor } from "./help.rules.ts";

const help = (about: string, terms: string[] = []) => ({ about, steps: ["一", "二"], terms });

it("gives a page its own help, else that of the nearest page above it", () => {
  const all = { a: help("上"), "a/:b/c": help("下", ["圏域"]) };
  expect(helpFor(all, "/a")?.about).toBe("上");
  expect(helpFor(all, "a/:b/c/new")?.about).toBe("下");
  expect(helpFor(all, "a/:b")?.about).toBe("上");
  expect(helpFor(all, "b")).toBeUndefined();
  expect(helpFor(all, "a/:b/c")?.terms.map(({ kana }) => kana)).toEqual(["けんいき"]);
});

it("explains words that the house has in its glossary, once each", () => {
  const house = readFileSync(new URL("../../../GLOSSARY.md", import.meta.url), "utf8");
  const words = GLOSSARY.map(({ term }) => term);
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((word) => !house.includes(`| ${word}`))).toEqual([]);
  expect(GLOSSARY.filter(({ kana }) => !/^[ぁ-んァ-ヶー・]+$/.test(kana))).toEqual([]);
});

it("has a handbook for each kind of work, with pictures that are there and described", async () => {
  expect((await listHandbook()).map(({ name }) => name)).toEqual([...HANDBOOK_PARTS]);
  for (const name of HANDBOOK_PARTS) {
    const { title, html } = expectOk(await handbookPart(name));
    expect(title).not.toBe("");
    const pictures = [...html.matchAll(/<img[^>]*>/g)].map(([tag]) => tag);
    expect(pictures.length, name).toBeGreaterThan(0);
    for (const tag of pictures) {
      const [, file] = /src="\/(handbook-pictures\/[a-z0-9-]+\.webp)"/.exec(tag)!;
      expect(readFileSync(new URL(`../../../public/${file}`, import.meta.url)).length).toBeLessThan(60_000);
      expect(/alt="(.{8,})"/.test(tag), tag).toBe(true);
    }
  }
  expect((await whatIsNew()).html).toContain("<h2>");
});

it("has no part of another name", async () => {
  expect(await handbookPart("../decisions/0001")).toMatchObject({ ok: false });
  expect(await handbookPart("whats-new")).toMatchObject({ ok: false });
});

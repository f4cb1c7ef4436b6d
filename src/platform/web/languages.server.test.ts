import { expect, it } from "vitest";
import { type MessageFile, missingIn, namedIn, worded } from "#platform/kernel/further-language.ts";
import { FURTHER_LANGUAGES, furtherLanguageOf, readingsOf } from "./languages.server.ts";

const file: MessageFile = {
  code: "xx",
  name: "Xx",
  lang: "xx",
  base: "en",
  date: "2026-01-01",
  messages: { ask: { title: "T", steps: ["1"], needs: { talk: "N" }, gone: "G" }, topics: { heat: "H" } },
};
const texts = {
  title: "title",
  lead: "lead",
  steps: ["one", "two"],
  needs: { talk: "talk", mental: "mental" },
};

it("lays a further language over the texts and leaves what is missing as it stands", () => {
  expect(worded(file, "ask", texts)).toEqual({
    title: "T",
    lead: "lead",
    steps: ["1", "two"],
    needs: { talk: "N", mental: "mental" },
  });
  expect(worded(undefined, "ask", texts)).toBe(texts);
  expect(worded(file, "other", texts)).toEqual(texts);
  const options = [
    { value: "heat", label: "Heat" },
    { value: "food", label: "Food" },
  ];
  expect(namedIn(file, file.messages.topics, options).map(({ label }) => label)).toEqual(["H", "Food"]);
});

it("lists what is missing", () => {
  expect(missingIn(file, "ask", texts)).toEqual(["ask.lead", "ask.steps.1", "ask.needs.mental"]);
});

it("reads a file for each language, which an address asks for by its code", () => {
  const codes = FURTHER_LANGUAGES.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(["easy", "vi"]));
  expect(new Set([...codes, "en", "ja"]).size).toBe(codes.length + 2);
  expect(furtherLanguageOf(new URL("http://a/b?lang=vi"))?.name).toBe("Tiếng Việt");
  expect(furtherLanguageOf(new URL("http://a/b?lang=en"))).toBeUndefined();
});

it("offers each way of reading a page, keeping what else its address says", () => {
  const readings = readingsOf(new URL("http://a/b?town=32202&lang=vi"));
  expect(readings.find(({ here }) => here)).toMatchObject({ lang: "vi", to: "?town=32202&lang=vi" });
  expect(readings[0]).toMatchObject({ name: "日本語", to: "?town=32202", here: false });
});

import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DictionaryFile } from "../dictionary/schema.ts";
import { documentOf, shippedMapping, tablesFor } from "./published-table.present.ts";
import { catalogue } from "./published-table.queries.server.ts";

const PAGE = new URL("../../../../docs/data-sources.md", import.meta.url);
const dictionary = DictionaryFile.parse(
  JSON.parse(readFileSync(new URL("../../../../reference/indicators.json", import.meta.url), "utf8")),
);
const names = new Map(dictionary.indicators.map(({ code, name_ja }) => [code, name_ja] as const));
const sources = new Set(dictionary.sources.map(({ code }) => code));
const { tables, unpublished } = catalogue();

it("says of each indicator where it is published, or why it is not", () => {
  for (const code of names.keys()) {
    const { tables: own, why } = tablesFor(catalogue(), code);
    expect([code, own.length > 0 || why !== null]).toEqual([code, true]);
  }
});

it("names indicators, sources and columns that there are", () => {
  const named = [
    ...tables.flatMap(({ columns }) => columns),
    ...unpublished.flatMap(({ indicators }) => indicators),
  ];
  for (const one of named) expect(names.has(typeof one === "string" ? one : one.indicator)).toBe(true);
  for (const { mapping, columns } of tables) {
    if (!mapping) continue;
    expect(sources.has(mapping.choices.source!)).toBe(true);
    const meant = mapping.mapping.flatMap(({ indicator }) => indicator ?? []);
    for (const code of meant) expect(columns.map(({ indicator }) => indicator)).toContain(code);
    expect(new Set(mapping.header).size).toBe(mapping.header.length);
  }
});

it("has mappings for a dozen tables, and says which were read from a real copy", () => {
  const mapped = tables.filter(({ mapping }) => mapping);
  expect(mapped.length).toBeGreaterThanOrEqual(12);
  const [first] = tablesFor(catalogue(), "population").tables;
  expect(first).toMatchObject({ state: "ready", readOn: expect.stringMatching(/^\d{4}-/) });
  expect(tablesFor(catalogue(), "care_certified_rate").tables).toMatchObject([
    { state: "unchecked", readOn: null },
  ]);
  expect(tablesFor(catalogue(), "suicides").tables).toMatchObject([{ state: "by-hand" }]);
});

it("finds the mapping of a file by its header, whatever the width of letters", () => {
  const header = ["調査年", "地域", "／項目", "Ａ１１０１＿総人口【人】"];
  expect(shippedMapping(catalogue(), { header })?.mapping[3]).toEqual({
    role: "value",
    indicator: "population",
  });
  expect(shippedMapping(catalogue(), { header: ["調査年", "地域"] })).toBeUndefined();
});

it("gives the mapping of a name with its year, and of a header without it", () => {
  const named = shippedMapping(catalogue(), { name: "census_2020_city" })!;
  expect(named.choices).toMatchObject({ fiscalYear: 2020 });
  expect(shippedMapping(catalogue(), { header: named.header })!.choices).not.toHaveProperty("fiscalYear");
});

it("is written down in docs/data-sources.md (UPDATE_DATA_SOURCES=1 writes it anew)", () => {
  const page = documentOf(catalogue(), names);
  if (process.env.UPDATE_DATA_SOURCES) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});

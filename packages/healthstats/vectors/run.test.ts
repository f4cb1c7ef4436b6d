import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { vectorsCommand } from "./command.ts";
import { reportOn } from "./run.ts";
import { matches } from "./score.ts";
import { parseVectorFile, SCHEMA } from "./vector-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vectors-"));
});
afterEach(() => rm(folder, { recursive: true }));

const wilson = {
  schema: SCHEMA,
  function: "proportion_wilson",
  vectors: [
    {
      id: "half",
      inputs: { numerator: 5, denominator: 10 },
      params: { multiplier: 1 },
      expected: { value: 0.5, lower95: 0.2365931, upper95: 0.7634069 },
      tolerance: { abs: 1e-6, rel: 0 },
    },
    {
      id: "missing",
      inputs: { numerator: null, denominator: 10 },
      params: {},
      expected: { value: null, lower95: null },
      tolerance: { abs: 0, rel: 0 },
    },
    {
      id: "wrong",
      inputs: { numerator: 5, denominator: 10 },
      params: {},
      expected: { value: 0.4 },
      tolerance: { abs: 0.01, rel: 0 },
    },
  ],
};

async function run(files: Record<string, string>, options: { json?: boolean } = {}) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const lines: string[] = [];
  const errors: string[] = [];
  const output = { out: (line: string) => lines.push(line), error: (line: string) => errors.push(line) };
  return { code: await vectorsCommand(folder, options, output), text: lines.join("\n"), errors };
}

test("reports what passes and shows each failure", async () => {
  const { code, text } = await run({ "a.json": JSON.stringify(wilson) }, { json: true });
  expect(code).toBe(1);
  expect(JSON.parse(text)).toEqual({
    passed: 2,
    total: 3,
    functions: [
      {
        function: "proportion_wilson",
        passed: 2,
        total: 3,
        failures: [{ id: "wrong", expected: { value: 0.4 }, actual: { value: 0.5 } }],
      },
    ],
  });
});

test("ends with 0 when all pass, and two files of one function make one line", async () => {
  const good = JSON.stringify({ ...wilson, vectors: wilson.vectors.slice(0, 2) });
  const { code, text } = await run({ "a.json": good, "b.json": good });
  expect(code).toBe(0);
  expect(text).toMatch(/^proportion_wilson {2}4\/4\nall +4\/4$/);
});

test("counts a function without an adapter as failed", async () => {
  const unknown = { ...wilson, function: "toString" };
  expect(reportOn(parseVectorFile("x", JSON.stringify(unknown)))).toMatchObject({ passed: 0, total: 3 });
});

test.each([
  ["not JSON", "{", /^bad\.json: not JSON/],
  ["no object", "[]", /^bad\.json: must be an object$/],
  ["another schema", JSON.stringify({ ...wilson, schema: "x" }), /^bad\.json: schema must be/],
  ["no vectors", JSON.stringify({ ...wilson, vectors: 1 }), /^bad\.json: vectors must be a list$/],
  [
    "no inputs",
    JSON.stringify({ ...wilson, vectors: [{ id: "a" }] }),
    /^bad\.json: vectors\[0\]\.inputs: must/,
  ],
])("says in one line what is wrong with a file: %s", async (_, text, message) => {
  const { code, errors } = await run({ "bad.json": text });
  expect(code).toBe(2);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(message);
  expect(errors[0]).not.toContain("\n");
});

test("a folder that is none or empty, and no folder at all", async () => {
  expect((await run({})).errors[0]).toMatch(/has no \.json file$/);
  const errors: string[] = [];
  const output = { out: () => {}, error: (line: string) => errors.push(line) };
  expect(await vectorsCommand(join(folder, "nowhere"), {}, output)).toBe(2);
  expect(await vectorsCommand(undefined, {}, output)).toBe(2);
  expect(errors).toEqual([expect.stringContaining("not a readable folder"), "usage: vectors DIR [--json]"]);
});

test("scores by the tolerance of the key, and null only by a refusal", () => {
  const tolerance = { abs: 0, rel: 0.1, per_field: { b: { abs: 1, rel: 0 } } };
  expect(matches({ a: 100, b: 5 }, { a: 109, b: 5.9 }, tolerance)).toBe(true);
  expect(matches({ a: 100 }, { a: 111 }, tolerance)).toBe(false);
  expect(matches({ b: 5 }, { b: 6.1 }, tolerance)).toBe(false);
  expect(matches({ a: null }, { a: 0 }, tolerance)).toBe(false);
  expect(matches({ a: null }, { a: Number.NaN }, tolerance)).toBe(true);
  expect(matches({ a: [1, null] }, { a: [1, null] }, tolerance)).toBe(true);
  expect(matches({ a: [1, null] }, { a: [1, 2] }, tolerance)).toBe(false);
  expect(matches({ a: [null, null] }, {}, tolerance)).toBe(true);
  expect(matches({ a: "High" }, { a: "high" }, tolerance)).toBe(false);
  expect(matches({ published: 4.8 }, { value: 4.85 }, { abs: 1e-9, rel: 0 })).toBe(true);
  expect(matches({ published: 4.8 }, { value: 4.87 }, { abs: 1e-9, rel: 0 })).toBe(false);
});

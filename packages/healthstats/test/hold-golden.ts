import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** A golden case: a call of the library, and what a source outside the project says it gives. */
interface GoldenCase {
  readonly function: string;
  readonly arguments: unknown[];
  /** Only these keys are held; numbers within max(abs, rel·|result|). */
  readonly result: unknown;
  readonly rel: number;
  readonly abs?: number;
}

interface GoldenFile {
  readonly method: string;
  readonly source: string;
  readonly cases: readonly GoldenCase[];
}

// biome-ignore lint/suspicious/noExplicitAny: the arguments come from the file
type AnyFunction = (...args: any[]) => unknown;

/** Tests the named functions against golden/<method>.json; every case must name one of them. */
export function holdGolden(method: string, functions: Readonly<Record<string, AnyFunction>>): void {
  const file = readGolden(method);
  describe(`golden values: ${file.source}`, () => {
    test.each(file.cases.map((entry, i) => [`${entry.function}, case ${i + 1}`, entry] as const))(
      "%s",
      (_, entry) => {
        const call = functions[entry.function];
        if (!call)
          throw new Error(`golden/${method}.json names ${entry.function}, which this test does not hold`);
        expectWithin(call(...entry.arguments), entry.result, entry, "result");
      },
    );
    test("every held function has a golden value", () => {
      const named = new Set(file.cases.map((entry) => entry.function));
      expect(Object.keys(functions).filter((name) => !named.has(name))).toEqual([]);
    });
  });
}

function readGolden(method: string): GoldenFile {
  return JSON.parse(readFileSync(new URL(`../golden/${method}.json`, import.meta.url), "utf8"));
}

function expectWithin(actual: unknown, wanted: unknown, entry: GoldenCase, place: string): void {
  if (typeof wanted === "number") {
    expect(actual, place).toBeTypeOf("number");
    const margin = Math.max(entry.abs ?? 0, entry.rel * Math.abs(wanted));
    const distance = Math.abs((actual as number) - wanted);
    expect(distance <= margin, `${place}: ${actual} is not within ${margin} of ${wanted}`).toBe(true);
  } else if (typeof wanted === "object" && wanted !== null) {
    if (Array.isArray(wanted)) expect((actual as unknown[]).length, place).toBe(wanted.length);
    for (const [key, value] of Object.entries(wanted)) {
      expectWithin((actual as Record<string, unknown>)[key], value, entry, `${place}.${key}`);
    }
  } else {
    expect(actual, place).toBe(wanted);
  }
}

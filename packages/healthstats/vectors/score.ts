import type { Tolerance } from "./vector-file.ts";

/** Expected keys whose meaning is not a key of the answer. */
const CHECKED_AGAINST: Readonly<Record<string, string>> = {
  // A printed national figure is no output: the computed value must lie within its rounding.
  published: "value",
};

/** Compares an answer with what is expected, key by key; keys that nobody expects are not looked at. */
export function matches(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  tolerance: Tolerance,
): boolean {
  return Object.entries(expected).every(([key, value]) => {
    const { abs = 0, rel = 0 } = { ...tolerance, ...tolerance.per_field?.[key] };
    const margin =
      key === "published" && !tolerance.per_field?.published ? { abs: 0.06, rel: 0 } : { abs, rel };
    return same(value, actual[CHECKED_AGAINST[key] ?? key], margin);
  });
}

function same(expected: unknown, actual: unknown, margin: { abs: number; rel: number }): boolean {
  if (expected === null) return isRefusal(actual);
  if (Array.isArray(expected)) {
    // A refusal as a whole is a refusal of every entry.
    if (isRefusal(actual)) return expected.every((entry) => entry === null);
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((entry, i) => same(entry, actual[i], margin));
  }
  if (typeof expected === "object") {
    if (typeof actual !== "object" || actual === null) return false;
    return Object.entries(expected as object).every(([key, value]) =>
      same(value, (actual as Record<string, unknown>)[key], margin),
    );
  }
  if (typeof expected === "number") {
    if (typeof actual !== "number" || !Number.isFinite(actual)) return false;
    return Math.abs(actual - expected) <= Math.max(margin.abs, margin.rel * Math.abs(expected));
  }
  return expected === actual;
}

function isRefusal(actual: unknown): boolean {
  return actual === null || actual === undefined || Number.isNaN(actual);
}

import { RefusedArgument } from "../src/refusal.ts";
import type { Adapter } from "./adapter.ts";
import { ADAPTERS } from "./adapters/index.ts";
import { matches } from "./score.ts";
import { readVectorFolder, type Vector, type VectorFile } from "./vector-file.ts";

/** A vector that does not pass. */
export interface VectorFailure {
  readonly id: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** How one function did. */
export interface FunctionReport {
  readonly function: string;
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly VectorFailure[];
}

/** How all did. */
export interface VectorReport {
  readonly passed: number;
  readonly total: number;
  readonly functions: readonly FunctionReport[];
}

/** Runs every vectors file of a folder. Throws UnreadableVectors for a folder or file that is none. */
export async function runVectors(folder: string): Promise<VectorReport> {
  const byFunction = new Map<string, Vector[]>();
  for (const file of await readVectorFolder(folder)) {
    // Further files of a function add to it, so that the report has one line for each.
    byFunction.set(file.function, [...(byFunction.get(file.function) ?? []), ...file.vectors]);
  }
  const functions = [...byFunction].map(([name, vectors]) => reportOn({ function: name, vectors }));
  return {
    passed: functions.reduce((sum, report) => sum + report.passed, 0),
    total: functions.reduce((sum, report) => sum + report.total, 0),
    functions,
  };
}

/** Runs the vectors of one function; without an adapter each of them has failed. */
export function reportOn(file: VectorFile): FunctionReport {
  const adapter = Object.hasOwn(ADAPTERS, file.function) ? ADAPTERS[file.function] : undefined;
  const failures: VectorFailure[] = [];
  for (const vector of file.vectors) {
    const { id, expected, tolerance } = vector;
    const actual = adapter ? answer(adapter, vector) : { error: "no adapter for this function" };
    if (!adapter || !matches(expected, actual, tolerance))
      failures.push({ id, expected, actual: shown(vector, actual) });
  }
  const total = file.vectors.length;
  return { function: file.function, passed: total - failures.length, total, failures };
}

function answer(adapter: Adapter, { inputs, params, expected }: Vector): Record<string, unknown> {
  try {
    return adapter(inputs, params, Object.keys(expected));
  } catch (error) {
    if (error instanceof RefusedArgument) return { refused: error.message };
    // One broken vector must not hide the others; its message is the actual value.
    return { error: String(error) };
  }
}

/** Only the keys that were asked for, unless something went wrong. */
function shown({ expected }: Vector, actual: Record<string, unknown>): Record<string, unknown> {
  if ("refused" in actual || "error" in actual) return actual;
  const keys = Object.keys(expected).map((key) => (key === "published" ? "value" : key));
  return Object.fromEntries(keys.map((key) => [key, actual[key] ?? null]));
}

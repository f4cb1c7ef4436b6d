import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

export type Counts = Readonly<{ passed: number; failed: number }>;

/** Adds what every run left in the folder. */
export function readCounts(folder: string): Counts {
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Counts)
    .reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }), {
      passed: 0,
      failed: 0,
    });
}

/** A reporter that leaves a run's counts in the folder YUI_TEST_COUNTS names; nothing where it names none. */
export class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const folder = process.env.YUI_TEST_COUNTS;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(countsOf(modules, errors.length)));
  }
}

/** Skipped tests count as neither; a file that can't run counts as one failure. */
function countsOf(modules: readonly TestModule[], errors: number): Counts {
  let passed = 0;
  let failed = errors;
  for (const module of modules) {
    const before = failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") passed += 1;
      if (state === "failed") failed += 1;
    }
    if (module.state() === "failed" && failed === before) failed += 1;
  }
  return { passed, failed };
}

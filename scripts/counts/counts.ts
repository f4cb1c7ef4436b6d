import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** `failures` names each failed test or file, with the first line of what it said. */
export type Counts = Readonly<{ passed: number; failed: number; failures: readonly string[] }>;

/** Adds what every run left in the folder. */
export function readCounts(folder: string): Counts {
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Counts)
    .reduce(
      (sum, each) => ({
        passed: sum.passed + each.passed,
        failed: sum.failed + each.failed,
        failures: [...sum.failures, ...each.failures],
      }),
      { passed: 0, failed: 0, failures: [] },
    );
}

/** A reporter that leaves a run's counts in the folder YUI_TEST_COUNTS names; nothing where it names none. */
export class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SaidError[]): void {
    const folder = process.env.YUI_TEST_COUNTS;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(countsOf(modules, errors)));
  }
}

type SaidError = Readonly<{ message: string }>;

/** Skipped tests count as neither; a file that can't run counts as one failure. */
function countsOf(modules: readonly TestModule[], errors: readonly SaidError[]): Counts {
  let passed = 0;
  const failures = errors.map((error) => failure("outside any test", [error]));
  for (const module of modules) {
    const before = failures.length;
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === "passed") passed += 1;
      if (state === "failed") failures.push(failure(`${module.relativeModuleId} > ${test.fullName}`, errors));
    }
    if (module.state() === "failed" && failures.length === before)
      failures.push(failure(module.relativeModuleId, module.errors()));
  }
  return { passed, failed: failures.length, failures };
}

const failure = (what: string, errors: readonly SaidError[] = []): string =>
  `${what}: ${errors[0]?.message.split("\n")[0] ?? "no reason given"}`;

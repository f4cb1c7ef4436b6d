import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { readCounts } from "./counts.ts";

const folder = mkdtempSync(join(tmpdir(), "yui-counts-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sum = (failedStep: string) => {
  const script = join(import.meta.dirname, "..", "sum-counts.ts");
  const { stdout, status } = spawnSync(process.execPath, [script, folder, failedStep], { encoding: "utf8" });
  return [stdout, status];
};

it("adds what the runs counted, and calls a step that broke without a failed test a failure", () => {
  mkdirSync(folder, { recursive: true });
  expect(sum("0")).toEqual(["0 passed, 0 failed\n", 1]);
  writeFileSync(join(folder, "1.json"), '{"passed":3,"failed":0,"failures":[]}');
  writeFileSync(join(folder, "2.json"), '{"passed":4,"failed":0,"failures":[]}');
  expect(readCounts(folder)).toEqual({ passed: 7, failed: 0, failures: [] });
  expect(sum("0")).toEqual(["7 passed, 0 failed\n", 0]);
  expect(sum("1")).toEqual(["7 passed, 1 failed\n", 1]);
  writeFileSync(
    join(folder, "3.json"),
    '{"passed":0,"failed":2,"failures":["a.test.ts > is: x","b.test.ts: y"]}',
  );
  const named = "failed: a.test.ts > is: x\nfailed: b.test.ts: y\n";
  expect(sum("1")).toEqual([`${named}7 passed, 2 failed\n`, 1]);
});

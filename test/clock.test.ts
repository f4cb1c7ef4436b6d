import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { systemClock } from "#platform/kernel/clock.ts";
import { setTestClock } from "./clock.ts";

/** What a process of its own says under an environment. */
function said(environment: NodeJS.ProcessEnv, expression: string): string {
  const options = { encoding: "utf8", env: environment } as const;
  const { stdout, stderr } = spawnSync(process.execPath, ["--print", expression], options);
  return stdout.trim() || stderr;
}

const at = (moment: string) => {
  const environment: NodeJS.ProcessEnv = { YUI_TEST_NOW: moment };
  setTestClock(environment);
  return environment;
};

describe("a test run", () => {
  it("has moved the clock of this very process", () => {
    const begun = Date.parse(process.env.YUI_TEST_NOW ?? "2026-11-25T10:00:00+09:00");
    const now = systemClock.now().getTime();
    expect(now).toBeGreaterThanOrEqual(begun);
    expect(now - begun).toBeLessThan(4 * 3600_000);
  });

  it.each([
    ["new Date().toISOString().slice(0, 16)", "2028-02-29T14:30"],
    ["new Date(Date.now()).getUTCFullYear()", "2028"],
    ["Date().slice(11, 15)", "2028"],
    ["new Date(0).toISOString()", "1970-01-01T00:00:00.000Z"],
    ["new Date(2009, 3, 1).getMonth()", "3"],
    ["new Date() instanceof Date && new Date().constructor === Date", "true"],
    ["new (class extends Date { year() { return this.getUTCFullYear(); } })().year()", "2028"],
    ["structuredClone(new Date()).getUTCFullYear()", "2028"],
  ])("moves %s", (expression, answer) => {
    expect(said(at("2028-02-29T23:30:00+09:00"), expression)).toBe(answer);
  });

  it("refuses what is no moment", () => {
    expect(() => at("tomorrow")).toThrow("YUI_TEST_NOW=tomorrow is no moment");
  });
});

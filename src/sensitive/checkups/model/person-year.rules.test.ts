import { describe, expect, it } from "vitest";
import { settleYear, type YearRow } from "./person-year.rules.ts";

const row = (
  importId: string,
  line: number,
  examDay: string,
  says: string,
  more: Partial<YearRow> = {},
): YearRow => ({
  ...{ importId, line, examDay, says, version: 1, standing: true, counted: true },
  ...more,
});
const lines = (rows: readonly YearRow[]) => rows.map(({ line }) => line);

describe("the checkups of one person in a year", () => {
  it("are two where the days differ, of which the first counts", () => {
    const settled = settleYear([row("a", 1, "2026-06-01", "x"), row("a", 2, "2026-09-01", "y")], "a");
    expect(settled.rows.map(({ standing, counted }) => [standing, counted])).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it("are one where the rows are the same, and are reviewed where the same day says two things", () => {
    const same = settleYear([row("a", 1, "2026-06-01", "x"), row("a", 2, "2026-06-01", "x")], "a");
    expect([lines(same.repeated), same.rows.length]).toEqual([[2], 1]);
    const differ = settleYear([row("a", 1, "2026-06-01", "x"), row("a", 2, "2026-06-01", "y")], "a");
    expect([lines(differ.contradicting), differ.rows.length]).toEqual([[1, 2], 0]);
  });

  it("keep the old version beside a correction, and the same file changes nothing", () => {
    const corrected = settleYear([row("a", 1, "2026-06-01", "x"), row("b", 1, "2026-06-01", "y")], "b");
    expect(corrected.rows).toMatchObject([
      { row: { importId: "b" }, version: 2, standing: true, counted: true },
      { row: { importId: "a" }, version: 1, standing: false, counted: false },
    ]);
    const again = settleYear([row("a", 1, "2026-06-01", "x"), row("b", 1, "2026-06-01", "x")], "b");
    expect([lines(again.unchanged), again.rows.map(({ row }) => row.importId)]).toEqual([[1], ["a"]]);
  });

  it("bring the old version back where the correction is taken back", () => {
    const left = [row("a", 1, "2026-06-01", "x", { standing: false, counted: false })];
    expect(settleYear(left, undefined).rows).toMatchObject([{ standing: true, counted: true }]);
  });

  it("let an earlier checkup that comes later count", () => {
    const settled = settleYear([row("a", 1, "2026-09-01", "x"), row("b", 1, "2026-05-01", "y")], "b");
    expect(settled.rows.find(({ row }) => row.importId === "b")).toMatchObject({ counted: true });
    expect(settled.rows.find(({ row }) => row.importId === "a")).toMatchObject({
      standing: true,
      counted: false,
    });
  });
});

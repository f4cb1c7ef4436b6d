import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { readRows } from "./rules.ts";

const TODAY = plainDate("2026-11-22");
const HEADER = ["年度", "種類", "回数", "参加者数"];
const read = (...records: string[][]) => readRows(HEADER, records, "市保健所", TODAY);

describe("past years by CSV", () => {
  it("reads the yearly table as it was printed, marks of the counts and all", () => {
    const { rows, passedOver } = read(
      ["2004", "研修会", "―", ""],
      ["2009年度", "研修会", "1回", "24名"],
      ["2009", "普及啓発", "14", "１，８７５"],
      ["2009", "mental_health_support", "14", "330"],
    );
    expect(passedOver).toBe(1);
    expect(
      rows.map(({ activity }) => [activity.kind, activity.from, activity.sessions, activity.participants]),
    ).toEqual([
      ["training", "2009-04-01", 1, 24],
      ["awareness", "2009-04-01", 14, 1875],
      ["mental_health_support", "2009-04-01", 14, 330],
    ]);
    expect(rows.every(({ activity }) => activity.isTotal && activity.to === "2010-03-31")).toBe(true);
  });

  it("names line and mend of what it can't take", () => {
    const { rows, problems } = read(
      ["H21", "研修会", "1", "24"],
      ["2009", "宴会", "1", "24"],
      ["2009", "研修会", "二", "24"],
      ["2009", "研修会", "1", "-3"],
    );
    expect(rows).toEqual([]);
    expect(problems.map((problem) => problem.line)).toEqual([2, 3, 4, 5]);
  });

  it("gives the same row the same key, so that a file sent twice counts once", () => {
    const keys = () => read(["2009", "研修会", "1", "24"]).rows.map((row) => row.key);
    expect(keys()).toEqual(keys());
    const dated = readRows(
      ["日付", "種類", "名称", "回数"],
      [["2009/6/12", "研修会", "心の健康", "1"]],
      "市",
      TODAY,
    );
    expect(dated.rows[0]).toMatchObject({
      activity: { from: "2009-06-12", to: "2009-06-12", isTotal: false },
    });
  });
});

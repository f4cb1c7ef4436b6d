import { expect, it } from "vitest";
import type { Checkup } from "../model/entry.schema.ts";
import { dayOfYear, presentItem, presentYears, sheetSections, yearOf } from "./checkup.present.ts";
import {
  changeOf,
  itemOf,
  meaningOf,
  mendOf,
  newestFirst,
  readRange,
  SHEET_ITEMS,
  stretchesOf,
} from "./checkup.rules.ts";

const checkup = (day: string, values: Record<string, string>, set = "dock-present"): Checkup => ({
  ...{ id: day, day, kind: "employer", institution: "", fasting: "fasting", set, overall: "", note: "" },
  sources: ["入力"],
  values: Object.fromEntries(
    Object.entries(values).map(([key, raw]) => [key, { raw, letter: "C", range: "" }]),
  ),
});

it.each([
  ["3.6-10.0", { low: 3.6, high: 10 }],
  ["3.6〜10.0 mg/dL", { low: 3.6, high: 10 }],
  ["<=129", { high: 129 }],
  ["≦129", { high: 129 }],
  ["40以上", { low: 40 }],
  ["100 mg/dL未満", { high: 100 }],
  ["陰性", undefined],
])("reads the range %s", (text, range) => {
  expect(readRange(text)).toEqual(range);
});

it("tells the same change in the overview and on the page of an item, in whatever order checkups were entered", () => {
  const years = ["2024-05-01", "2026-05-01", "2025-05-01"].map((day, i) =>
    checkup(day, { sbp: ["120", "131", "128"][i]! }),
  );
  const newest = newestFirst(years);
  expect(presentYears(newest).rows[0]).toMatchObject({ key: "sbp", change: "+3" });
  expect(presentItem(newest, "sbp")!.rows.map(({ value }) => value)).toEqual(["131", "128", "120"]);
});

it("never compares JDS with NGSP, nor a bound with a number", () => {
  const hba1c = itemOf("hba1c")!;
  expect(
    changeOf(hba1c, { raw: "<5", letter: "", range: "" }, { raw: "5.6", letter: "", range: "" }),
  ).toBeUndefined();
  const rows = presentYears([
    checkup("2014-05-01", { hba1c: "5.6" }),
    checkup("2012-05-01", { hba1c_jds: "5.2" }),
  ]).rows;
  expect(rows.map(({ key, change }) => [key, change])).toEqual([
    ["hba1c", ""],
    ["hba1c_jds", ""],
  ]);
});

it("reads a letter by the set of its sheet alone, and breaks the line where the set changes", () => {
  expect(meaningOf("dock-2016", "C")?.meaning).toBe("要経過観察・生活改善");
  expect(meaningOf("dock-present", "C")?.meaning).toBe("要再検査・生活改善");
  expect(meaningOf("", "C")).toBeUndefined();
  const all = [
    checkup("2020-05-01", {}, "dock-2016"),
    checkup("2021-05-01", {}, "dock-2016"),
    checkup("2023-05-01", {}),
  ];
  expect(stretchesOf(all).map((one) => one.length)).toEqual([2, 1]);
});

it("asks about a value that can't be, and takes what sheets print", () => {
  const sbp = itemOf("sbp")!;
  expect(mendOf(sbp, "1280")).toContain("50〜300");
  expect(mendOf(sbp, "高め")).toContain("結果票");
  for (const raw of ["", "128", "１２８", "未実施"]) expect(mendOf(sbp, raw)).toBeUndefined();
});

it("asks for each item once, in the order of a result sheet", () => {
  const asked = sheetSections().flatMap(({ items }) => items.map(({ key }) => key));
  expect(asked).toEqual(SHEET_ITEMS.map(({ key }) => key));
  expect(sheetSections().every(({ items }) => items.length > 0)).toBe(true);
});

it.each(["2026-01-01", "2026-02-28", "2026-05-31", "2026-12-31"])("finds the day %s again", (on) => {
  const { year, month, day } = dayOfYear(yearOf(on));
  expect([year, month, day]).toEqual(on.split("-").map(Number));
});

it("says how a result came into the file", () => {
  expect(presentItem([checkup("2026-05-01", { sbp: "120" })], "sbp")!.rows[0]!.source).toBe("ご自身で入力");
});

import { describe, expect, it } from "vitest";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { findingsOf, itemAt } from "./checkup-indicator.rules.ts";
import { CHECKUP_INDICATORS } from "./checkup-indicator.schema.ts";
import { type CheckupValue, judgementOf, readCheckupValue } from "./checkup-value.rules.ts";

const number = { kind: "number" } as const;

describe("a cell of a result", () => {
  it.each([
    ["123", "=", 123],
    ["１２３．５", "=", 123.5],
    ["1,204", "=", 1204],
    ["<5", "<", 5],
    ["5未満", "<", 5],
    ["≦5", "{", 5],
    [">300", ">", 300],
    ["300以上", "}", 300],
    ["0", "=", 0],
  ])("%s is a number or a bound", (raw, mark, value) => {
    expect(readCheckupValue(number, raw)).toEqual({ mark, number: value });
  });

  it("keeps what is blank, was not done, could not be measured, and 0 apart", () => {
    const marks = ["", "未実施", "測定不能", "0"].map((raw) => readCheckupValue(number, raw)?.mark);
    expect(marks).toEqual(["b", "n", "m", "="]);
    expect(readCheckupValue(number, "要確認")).toBeUndefined();
  });

  it.each([
    ["-", 0],
    ["（－）", 0],
    ["+-", 1],
    ["±", 1],
    ["1+", 2],
    ["＋", 2],
    ["2+", 3],
    ["+++", 4],
    ["4+", 4],
  ])("%s is a sign of urine", (raw, sign) => {
    expect(readCheckupValue({ kind: "sign" }, raw)).toEqual({ mark: "s", number: sign });
  });

  it("reads a letter with its meaning by the meaning, and a letter alone by its set", () => {
    expect(readCheckupValue({ kind: "judgement" }, "B (放置可)")).toEqual({ mark: "j", number: 1 });
    expect(readCheckupValue({ kind: "judgement" }, "C")?.number).toBeNaN();
    expect(judgementOf("C", "dock-2016")).toMatchObject({
      meaning: "要経過観察・生活改善",
      needsDoctor: false,
    });
    expect(judgementOf("C", "dock-present")).toMatchObject({
      meaning: "要再検査・生活改善",
      needsDoctor: true,
    });
    expect(judgementOf("E", "dock-present")).toMatchObject({ underTreatment: true });
    expect(judgementOf("要医療", "words-2013")).toMatchObject({ severity: 4 });
    // Two sets call two things so: without a set nobody knows how serious it is.
    expect(judgementOf("要医療")).toBeUndefined();
  });
});

describe("what is found", () => {
  const person = { sex: 1, ageAtEnd: 55, examDay: "2026-06-01", meal: undefined } as const;
  const judged = (cells: Readonly<Record<string, string>>, who: object = {}) => {
    const values: (CheckupValue | undefined)[] = [];
    for (const [key, raw] of Object.entries(cells))
      values[itemAt(key)] = readCheckupValue(CHECKUP_ITEMS[itemAt(key)]!, raw);
    const found = findingsOf({ ...person, ...who }, values);
    return Object.fromEntries(CHECKUP_INDICATORS.map(({ key }, i) => [key, found[i]]));
  };

  it("takes a bound for found only where every value it may be says so", () => {
    expect(judged({ tg_fasting: "<50" })).toMatchObject({ lipids: 0 });
    expect(judged({ tg_fasting: ">300" })).toMatchObject({ lipids: 1 });
    expect(judged({ tg_fasting: "<200" })).toMatchObject({ lipids: -1 });
    expect(judged({ hdl: "<10" })).toMatchObject({ lipids: 1 });
    expect(judged({ sbp: "120", dbp: "<60" })).toMatchObject({ blood_pressure: 0 });
  });

  it("judges no measured item where more bounds stand than can be tried, and the questions as they are", () => {
    const six = { alt: "<5", ggt: "<5", hdl: ">40", ldl: "<80", tg_fasting: "<50", hemoglobin: ">15" };
    expect(judged({ ast: "20", ...six, q8: "1" })).toMatchObject({ liver: 0, smoking: 1 });
    const seven = judged({ ast: ">500", ...six, q8: "1" });
    expect(seven).toMatchObject({ liver: -1, any_finding: -1, lipids: -1, smoking: 1 });
  });

  it("judges nothing of what was not measured", () => {
    expect(judged({ fpg: "未実施" })).toMatchObject({ glucose: -1, any_finding: -1 });
    expect(judged({ fpg: "", hba1c: "5.6" })).toMatchObject({ glucose: 1, any_finding: 1 });
  });

  it("keeps fasting and casual apart, and uses nothing within three and a half hours of a meal", () => {
    expect(judged({ tg_fasting: "160" })).toMatchObject({ lipids: 1 });
    expect(judged({ tg_fasting: "160" }, { meal: "casual" })).toMatchObject({ lipids: 0 });
    expect(judged({ tg_fasting: "160" }, { meal: "unusable" })).toMatchObject({ lipids: -1 });
  });

  it("never mixes JDS and NGSP", () => {
    expect(judged({ hba1c_jds: "6.0" })).toMatchObject({ glucose: -1 });
    expect(judged({ hba1c: "6.0" }, { examDay: "2012-06-01" })).toMatchObject({ glucose: -1 });
  });

  it("asks question 22 by the day of the checkup", () => {
    expect(judged({ q22: "1" })).toMatchObject({ q22: 1 });
    expect(judged({ q22: "1" }, { examDay: "2023-06-01" })).toMatchObject({ q22: -1 });
  });

  it("knows metabolic syndrome and guidance", () => {
    const cells = {
      waist: "90",
      bmi: "26",
      sbp: "135",
      dbp: "80",
      tg_fasting: "160",
      hdl: "50",
      fpg: "90",
      q8: "2",
      q1: "2",
      q2: "2",
      q3: "2",
    };
    expect(judged(cells)).toMatchObject({ metabolic: 1, metabolic_preliminary: 0, guidance_intensive: 1 });
    expect(judged(cells, { ageAtEnd: 66 })).toMatchObject({
      guidance_intensive: 0,
      guidance_motivational: 1,
    });
    expect(judged({ ...cells, tg_fasting: "<500" })).toMatchObject({ metabolic: -1, blood_pressure: 1 });
  });
});

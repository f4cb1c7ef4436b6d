import { describe, expect, it } from "vitest";
import { judgeCheckupItem } from "./checkup-judgement.ts";

describe("judgeCheckupItem", () => {
  it.each([
    ["systolic", 129, null, "normal"],
    ["systolic", 130, null, "guidance"],
    ["systolic", 140, null, "referral"],
    ["hdl", 40, null, "normal"],
    ["hdl", 39, null, "guidance"],
    ["haemoglobin", 12.5, "male", "guidance"],
    ["haemoglobin", 12.5, "female", "normal"],
    ["haemoglobin", 12, "male", "referral"],
    ["waist", 88, "male", "guidance"],
    ["waist", 88, "female", "normal"],
  ] as const)("%s %d (%s) is %s", (item, value, sex, expected) => {
    expect(judgeCheckupItem(item, value, sex).class).toBe(expected);
  });

  it("judges nothing without a value or without the sex it needs", () => {
    expect(judgeCheckupItem("ldl", null)).toMatchObject({ class: null, reason: "no-value" });
    expect(judgeCheckupItem("waist", 88)).toMatchObject({ class: null, reason: "sex-needed" });
  });

  it("says how sure its thresholds are", () => {
    expect(judgeCheckupItem("hdl", 50).evidence).toBe("conflict");
    expect(judgeCheckupItem("ast", 20).evidence).toBe("assumption");
    expect(judgeCheckupItem("ldl", 100).evidence).toBe("read");
  });

  it.each(["toString", "unknown"])("refuses the item %s", (item) => {
    expect(() => judgeCheckupItem(item, 1)).toThrow(expect.objectContaining({ argument: "item" }));
  });
});

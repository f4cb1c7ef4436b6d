import { expect, it } from "vitest";
import { dayOfSerial, readDay, readFiscalYear, readMonth } from "./written-day.ts";

it.each([
  ["2023年10月1日現在", "2023-10-01"],
  ["令和5年10月1日時点", "2023-10-01"],
  ["20231001", "2023-10-01"],
  ["2023/10/1 0:00", "2023-10-01"],
  ["2023-10-01T00:00:00", "2023-10-01"],
  ["2023年10月1日(日)", "2023-10-01"],
  ["20231301", "no-such-day"],
  ["12345678", undefined],
  ["2023/10/1 9:30", undefined],
])("the day of %s is %s", (text, expected) => expect(readDay(text)).toBe(expected));

it.each([
  ["2023年10月", { first: "2023-10-01", last: undefined }],
  ["2023年3月末", { first: "2023-03-01", last: "2023-03-31" }],
  ["R5.10", { first: "2023-10-01", last: undefined }],
  ["2023年12月末現在", { first: "2023-12-01", last: "2023-12-31" }],
  ["2023年13月", undefined],
  ["2023年", undefined],
])("the month of %s", (text, expected) => expect(readMonth(text)).toEqual(expected));

it.each([
  ["45200", "2023-10-01"],
  ["45200.0", "2023-10-01"],
  ["2023", undefined],
  ["99999", undefined],
])("the day that Excel numbers %s is %s", (text, expected) => expect(dayOfSerial(text)).toBe(expected));

it.each([
  ["令和5年度(2023年度)", 2023],
  ["令和5年度(2022年度)", undefined],
  ["2019年度(平成31年度)", 2019],
  ["2019年度(確報)", 2019],
])("the fiscal year of %s is %s", (text, expected) => expect(readFiscalYear(text)).toBe(expected));

import { expect, it } from "vitest";
import { timeOfCell, weekdaysOfCell } from "./resource-import.rules.ts";

it.each([
  ["月火水木金", ["MO", "TU", "WE", "TH", "FR"]],
  ["月・水・金", ["MO", "WE", "FR"]],
  ["平日", ["MO", "TU", "WE", "TH", "FR"]],
  ["第2木曜のほか随時", []],
  ["", []],
])("reads weekdays of %s", (cell, days) => {
  expect(weekdaysOfCell(cell)).toEqual(days);
});

it.each([
  ["9:00", "09:00"],
  ["９時３０分", "09:30"],
  ["09:00:00", "09:00"],
  ["", ""],
  ["昼ごろ", undefined],
])("reads the time of %s", (cell, time) => {
  expect(timeOfCell(cell)).toBe(time);
});

import { expect, it } from "vitest";
import { ruleOfWords } from "./offer-import.rules.ts";

it.each([
  ["", ""],
  ["いつでも", ""],
  ["平日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
  ["月水金", "FREQ=WEEKLY;BYDAY=MO,WE,FR"],
  ["月曜日、水曜日", "FREQ=WEEKLY;BYDAY=MO,WE"],
  ["毎週火曜", "FREQ=WEEKLY;BYDAY=TU"],
  ["毎月第2・第4木曜", "FREQ=MONTHLY;BYDAY=2TH,4TH"],
  ["第2，4木曜", "FREQ=MONTHLY;BYDAY=2TH,4TH"],
  ["最終金曜", "FREQ=MONTHLY;BYDAY=-1FR"],
  ["相談による", undefined],
  ["月初", undefined],
])("reads %s", (cell, rule) => {
  expect(ruleOfWords(cell)).toBe(rule);
});

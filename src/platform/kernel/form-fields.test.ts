import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checked } from "./checked.ts";
import {
  choice,
  count,
  day,
  decimal,
  files,
  fiscalYear,
  longText,
  many,
  money,
  optionalId,
  rows,
  text,
  time,
  withRows,
  yesNo,
} from "./form-fields.ts";

const read = (schema: z.ZodType, typed: unknown) => {
  const result = checked(z.object({ it: schema }), typed === undefined ? {} : { it: typed });
  if (result.ok) return (result.value as { it: unknown }).it;
  return result.error.kind === "invalid" ? result.error.fields.it : result.error;
};

const KINDS = ["a", "b", "none"] as const;

describe("a field reads what was typed", () => {
  it.each<[string, z.ZodType, unknown, unknown]>([
    ["text", text("題"), "  減塩  ", "減塩"],
    ["text left open", text("題", { optional: true }), undefined, ""],
    ["lines", longText("文"), "一\r\n二", "一\n二"],
    ["a day in numbers", day("日"), "2027/1/11", "2027-01-11"],
    ["a day of an era", day("日"), "令和9年1月11日", "2027-01-11"],
    ["a day in short", day("日"), "R9.1.11", "2027-01-11"],
    ["a day in full width", day("日"), "２０２７－０１－１１", "2027-01-11"],
    ["a day left open", day("日", { optional: true }), "", null],
    ["a time", time("開始時刻"), "13:30", "13:30"],
    ["no time", time("開始時刻"), "25:00", ["「開始時刻」は、13:30のように入力してください。"]],
    ["a row left open", optionalId(), "", null],
    ["a row that was not named", optionalId(), undefined, null],
    ["a year of an era", fiscalYear("年度"), "令和９年度", 2027],
    ["a year", fiscalYear("年度"), "2027", 2027],
    ["a year left open", fiscalYear("年度", { optional: true }), "", null],
    ["a count in full width", count("人数"), "６０，０００", 60_000],
    ["a count with its unit", count("人数", { unit: "人" }), "40人", 40],
    ["none", count("人数"), "0", 0],
    ["a count left open", count("人数", { optional: true }), "", null],
    ["a count for which tables print a sign", count("人数", { optional: true }), "…", null],
    ["a decimal", decimal("割合", { unit: "％" }), "７４．１％", 74.1],
    ["money", money("予算"), "1,200,000円", 1_200_000],
    ["a choice", choice("種類", KINDS), "b", "b"],
    ["one of many", many("種類", KINDS), "a", ["a"]],
    ["many", many("種類", KINDS, { none: "none" }), ["a", "b"], ["a", "b"]],
    ["none of them", many("種類", KINDS, { none: "none" }), "none", ["none"]],
    ["yes", yesNo("公開"), "yes", true],
    ["no", yesNo("公開"), "no", false],
    ["no answer where it may be left open", yesNo("公開", { optional: true }), undefined, null],
  ])("%s", (_name, schema, typed, value) => expect(read(schema, typed)).toEqual(value));
});

describe("a field names itself and the mend", () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ["no text", text("題"), " ", "「題」を入力してください。"],
    ["nothing sent", text("題"), undefined, "「題」を入力してください。"],
    ["too long", text("題", { most: 3 }), "四文字だ", "「題」は3文字以内で入力してください。"],
    [
      "no day",
      day("日"),
      "あした",
      "「日」は、2027-01-11、2027/1/11、令和9年1月11日のように入力してください。",
    ],
    ["no such day", day("日"), "2027-02-30", "「日」は暦にない日です。月と日を確認してください。"],
    ["no year", fiscalYear("年度"), "来年", "「年度」は、令和9年度、2027のように入力してください。"],
    ["a sign for no figure", count("人数"), "-", "「人数」は小数のない数で入力してください（例 24）。"],
    ["half a person", count("人数"), "2.5", "「人数」は小数のない数で入力してください（例 24）。"],
    ["fewer than none", count("人数"), "−1", "「人数」は0以上にしてください。"],
    ["too much", money("予算", { most: 1000 }), "1,001", "「予算」は1,000円以下にしてください。"],
    ["no number", decimal("割合"), "七割", "「割合」は数で入力してください（例 74.1）。"],
    ["another unit", money("予算"), "5ドル", "「予算」は小数のない数で入力してください（例 24）。"],
    ["nothing chosen", choice("種類", KINDS), "", "「種類」を選択してください。"],
    ["none ticked", many("種類", KINDS), undefined, "「種類」を1つ以上選択してください。"],
    [
      "none and others",
      many("種類", KINDS, { none: "none" }),
      ["a", "none"],
      "「種類」で「該当なし」を選ぶときは、ほかのものの選択を外してください。",
    ],
    ["neither yes nor no", yesNo("公開"), "", "「公開」は「はい」か「いいえ」を選択してください。"],
    ["in English", text("Title", { language: "en" }), "", "Please fill in “Title”."],
  ])("%s", (_name, schema, typed, sentence) => expect(read(schema, typed)).toEqual([sentence]));
});

it("takes chosen files, and so many at most", () => {
  const file = new File(["a"], "a.pdf");
  expect(read(files("資料"), file)).toEqual([file]);
  // A browser sends an empty file where none was chosen.
  expect(read(files("資料"), new File([], ""))).toEqual(["「資料」を選択してください。"]);
  expect(read(files("資料", { optional: true }), new File([], ""))).toEqual([]);
  expect(read(files("資料"), [file, file])).toEqual(["「資料」は1つまでにしてください。"]);
});

describe("rows", () => {
  const slot = z.object({ day: day("日"), from: text("開始時刻", { optional: true }) });
  const schema = withRows(z.object({ slots: rows("候補", slot, { least: 1, by: "day" }) }));
  it("are read by the names of their fields, without those in which no day stands", () => {
    const sent = {
      "slots.0.day": "R9.1.11",
      "slots.0.from": "10:00",
      "slots.1.day": "",
      "slots.1.from": "13:30",
    };
    expect(checked(schema, sent)).toEqual({
      ok: true,
      value: { slots: [{ day: "2027-01-11", from: "10:00" }] },
    });
  });
  it("tell an error at the field of its row, and where too few were written", () => {
    expect(checked(schema, { "slots.1.day": "2027-02-30" })).toMatchObject({
      error: { fields: { "slots.1.day": [expect.stringContaining("暦にない日")] } },
    });
    expect(checked(schema, { "slots.0.day": "" })).toMatchObject({
      error: { fields: { slots: ["「候補」を1つ以上入力してください。"] } },
    });
  });
  it("write into nothing but their own form, whatever strangers call them", () => {
    const own = ["__proto__", "constructor", "toString"].map((list) => [`${list}.0.day`, "R9.1.11"]);
    checked(schema, Object.fromEntries([...own, ["__proto__", ["x"]], ["slots.0.__proto__", "x"]]));
    expect(({} as Record<string, unknown>)["0"]).toBeUndefined();
    expect(Object).not.toHaveProperty("0");
    expect(Object.prototype.toString).not.toHaveProperty("0");
  });
});

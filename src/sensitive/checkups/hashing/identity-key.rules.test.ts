import { expect, it } from "vitest";
import {
  foldDay,
  foldText,
  IDENTITY_NAMES,
  identityParts,
  identityText,
  withKey,
} from "./identity-key.rules.ts";

const insured = { symbol: "１２３", number: "45", branch: "01", birth: "S50.4.2", sex: "女" };

it("makes one text of one person, however the office writes it", () => {
  expect(["1975/4/2", "S50.4.2", "昭和50年4月2日", "19750402"].map(foldDay)).toEqual(
    Array(4).fill("19750402"),
  );
  expect(foldText("ｲﾄｳ　ｼｮｳｺ")).toBe(foldText("いとう しょうこ"));
  expect(identityText(insured)).toBe(
    identityText({ ...insured, symbol: "123", birth: "1975/4/2", sex: "2" }),
  );
});

it("parts twins and keeps who marries", () => {
  const twin = { ...insured, branch: "", kana: "ミホン イチコ" };
  expect(identityText(twin)).not.toBe(identityText({ ...twin, kana: "ミホン ニコ" }));
  expect(identityText(twin)).toBe(identityText({ ...twin, kana: "タニ イチコ" }));
  const twins = ["01", "02"].map((branch) => identityText({ ...insured, branch }));
  expect(twins[0]).not.toBe(twins[1]);
});

it("finds what tells of somebody in each layout's header, and keeps birth and sex", () => {
  const header = ["事業所記号", "証番号", "カナ氏名", "性別", "生年月日", "idou.sya_bg 社員番号", "身長"];
  const parts = identityParts(header, IDENTITY_NAMES);
  expect(parts).toEqual(["symbol", "number", "kana", "sex", "birth", "employee", undefined]);
  const line = ["12", "34", "ミホン イチロウ", "1", "S50.4.2", "99", "170"];
  expect(withKey(parts, line, "key", false)).toEqual(["key", "", "", "1", "S50.4.2", "", "170"]);
  expect(withKey(parts, header, "個人キー", true)).toEqual(["個人キー", ...header.slice(1)]);
});

it("has no key where nothing is told", () => {
  expect(identityText({ kana: "ミホン イチロウ" })).toBe("");
  expect(identityText({ kana: "ミホン イチロウ", birth: "S50.4.2" })).not.toBe("");
});

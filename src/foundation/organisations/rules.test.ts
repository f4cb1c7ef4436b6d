import { describe, expect, it } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { sortKeyOf } from "./list/rules.ts";
import { differences, readDraft, statusOn } from "./rules.ts";
import type { DraftFields } from "./schema.ts";

const FIELDS: DraftFields = {
  name: "浜田保健所",
  kana: "はまだほけんじょ",
  sector: "public_health_centre",
  areaId: "sma-32-02",
  servedAreas: [],
  desk: "",
  phone: "",
  fax: "",
  email: "",
  postalCode: "",
  address: "",
  website: "",
  note: "",
  published: true,
  validFrom: "",
  validTo: "",
};

describe("readDraft", () => {
  it.each([
    ["phone", "０８５５－２９－５５５０", "0855-29-5550"],
    ["phone", "0855ー29ー5550", "0855-29-5550"],
    ["postalCode", "６９７－００４１", "697-0041"],
    ["validFrom", "2026/4/1", "2026-04-01"],
    ["validFrom", "令和８年４月１日", "2026-04-01"],
    ["validFrom", "２０２６年４月１日", "2026-04-01"],
    ["validTo", "", null],
    ["name", "  浜田　 保健所 ", "浜田 保健所"],
    ["email", "kenko@example.jp", "kenko@example.jp"],
    ["note", "一行\r\n二行 ", "一行\n二行"],
  ] as const)("takes %s %j as %j", (field, text, expected) => {
    expect(readDraft({ ...FIELDS, [field]: text }).draft?.[field]).toBe(expected);
  });

  it.each([
    ["name", " ", /名称/],
    ["name", "あ".repeat(121), /120字/],
    ["kana", "浜田", /ひらがな/],
    ["sector", "保健所", /一覧から/],
    ["areaId", "", /所在地域/],
    ["phone", "でんわ", /数字とハイフン/],
    ["email", "kenko", /メール/],
    ["postalCode", "123", /7桁/],
    ["website", "javascript:alert(1)", /https/],
    ["website", 'https://x" onclick', /https/],
    ["validFrom", "2026-02-30", /2026-04-01/],
  ] as const)("refuses %s %j and names the mend", (field, text, expected) => {
    const { draft, errors } = readDraft({ ...FIELDS, [field]: text } as DraftFields);
    expect(draft).toBeUndefined();
    expect(errors?.[field]?.join()).toMatch(expected);
  });

  it("refuses an end before the beginning", () => {
    expect(readDraft({ ...FIELDS, validFrom: "2026-04-02", validTo: "2026-04-01" }).errors).toHaveProperty(
      "validTo",
    );
  });

  it("takes the home area as served where none is named, and each area once", () => {
    expect(readDraft(FIELDS).draft?.servedAreas).toEqual(["sma-32-02"]);
    expect(readDraft({ ...FIELDS, servedAreas: ["32207", "32202", "32207"] }).draft?.servedAreas).toEqual([
      "32202",
      "32207",
    ]);
  });
});

it.each([
  [null, null, "active"],
  ["2026-11-22", null, "active"],
  ["2026-11-23", null, "coming"],
  [null, "2026-11-22", "active"],
  [null, "2026-11-21", "ended"],
] as const)("from %s to %s is %s on 2026-11-22", (from, to, expected) => {
  const dates = { validFrom: from && plainDate(from), validTo: to && plainDate(to) };
  expect(statusOn(dates, plainDate("2026-11-22"))).toBe(expected);
});

it.each([
  ["はまだほけんじょ", "浜田保健所", "はまだほけんじょ"],
  ["ハマダ", "浜田", "はまだ"],
  ["", "NPO結", "npo結"],
])("sortKeyOf(%s, %s) is %s", (kana, name, expected) => {
  expect(sortKeyOf({ kana, name })).toBe(expected);
});

it("names the fields that differ", () => {
  const changed = readDraft({ ...FIELDS, phone: "0855-00-0000" }).draft!;
  expect(differences(readDraft(FIELDS).draft!, changed)).toEqual(["phone"]);
  expect(differences(changed, changed)).toEqual([]);
});

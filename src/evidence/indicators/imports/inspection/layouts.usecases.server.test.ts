import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas, NATION } from "#foundation/areas/public.ts";
import type { Asked } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { loadReferenceIndicators } from "../../dictionary/usecases.server.ts";
import type { Choices } from "../schema.ts";
import { importWhole, readImport } from "../usecases.server.ts";

const base = testApp();
const folder = mkdtempSync(join(tmpdir(), "yui-import-shapes-"));
const EVERYWHERE = { actor: "<test>", areas: "all" } as const;
const CLI = service("cli");
let app: App;
beforeAll(async () => {
  app = { ...base, config: { ...base.config, dataFolder: folder } };
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
});
beforeEach(async () => {
  await withRows(app.db, EVERYWHERE, (tx) => db(tx).deleteFrom("observation").execute());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A book with one sheet, in which these cells are merged. */
function book(rows: readonly (readonly (string | number)[])[], merged: readonly string[] = []): Buffer {
  const sheet = utils.aoa_to_sheet(rows as (string | number)[][]);
  sheet["!merges"] = merged.map((range) => utils.decode_range(range));
  const made = utils.book_new();
  utils.book_append_sheet(made, sheet, "表");
  return write(made, { type: "buffer", bookType: "xlsx" });
}
const csv = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((cells) => cells.join(",")).join("\n");

/** The good rows of a file taken in, what stands then, and what is said of the rest. */
async function take(content: string | Buffer, asked: Asked = {}, choices: Partial<Choices> = {}) {
  const path = join(folder, "表");
  await writeFile(path, content);
  const batch = expectOk(
    await importWhole(app, CLI, {
      path,
      name: typeof content === "string" ? "表.csv" : "表.xlsx",
      area: NATION,
      asked,
      choices: { published: false, ...choices },
      wish: "take-good",
    }),
  );
  const { rejected } = expectOk(await readImport(app, CLI, { id: batch.id }));
  const figures = await withRows(app.db, EVERYWHERE, (tx) =>
    db(tx)
      .selectFrom("observation")
      .innerJoin("indicator", "indicator.no", "observation.indicator_no")
      .select(["code", "fiscal_year", "sex", "age_band", "area_id", "value", "numerator", "denominator"])
      .execute(),
  );
  const kept = figures.map(
    ({ code, area_id, fiscal_year, sex, age_band, value, numerator, denominator }) =>
      `${code} ${area_id} ${fiscal_year} ${sex} ${age_band} ${value ?? [numerator, denominator].filter((one) => one !== null).join("/")}`,
  );
  return {
    batch,
    kept: kept.sort(),
    mends: rejected.flatMap(({ line, problems }) => problems.map(({ mend }) => `${line} ${mend}`)),
  };
}

const AGES = ["0歳～4歳", "5歳～9歳", "100歳以上"];
/** Both sexes, men and women of one municipality of the resident register. */
const residents = (place: readonly string[], men: readonly number[], women: readonly number[]) => {
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
  return (
    [
      ["計", men.map((one, at) => one + women[at]!)],
      ["男", men],
      ["女", women],
    ] as const
  ).map(([sex, some]) => [...place, sex, sum(some), ...some]);
};

it("is the resident register by age: names over the second line of the header, the day in the title, villages of the north", async () => {
  const rows = [
    ["【総計】令和7年1月1日住民基本台帳年齢階級別人口（市区町村別）（総計）"],
    ["団体コード", "都道府県名", "市区町村名", "性別", "人"],
    ["", "", "", "", "総数", ...AGES],
    ...residents(["-", "合計", "-"], [90, 80, 3], [91, 81, 9]),
    ...residents(["320005", "島根県", "-"], [60, 50, 2], [61, 51, 8]),
    ...residents(["322024", "島根県", "浜田市"], [10, 12, 1], [11, 9, 4]),
    ...residents(["323438", "島根県", "仁多郡奥出雲町"], [4, 3, 1], [5, 2, 2]),
    ...residents(["014036", "北海道", "古宇郡泊村"], [6, 5, 1], [7, 3, 2]),
    ...residents(["016969", "北海道", "泊村"], [0, 0, 0], [0, 0, 0]),
    ...residents(["403440", "福岡県", "糟屋郡須惠町"], [9, 8, 1], [7, 6, 2]),
  ];
  const { batch, kept, mends } = await take(book(rows, ["E2:H2"]), {}, { indicator: "population" });
  expect(batch).toMatchObject({
    header: [
      "団体コード",
      "都道府県名",
      "市区町村名",
      "性別",
      "人 総数",
      "人 0歳~4歳",
      "人 5歳~9歳",
      "人 100歳以上",
    ],
    choices: { fiscalYear: 2024 },
    apart: { sum: 3, "no-area": 3 },
  });
  expect(mends).toEqual([]);
  expect(kept).toHaveLength(5 * 3 * 4);
  expect(kept).toEqual(
    expect.arrayContaining([
      "population 32 2024 0 127 232",
      "population 32202 2024 1 649 12",
      "population 32343 2024 2 12927 2",
      "population 01403 2024 0 127 24",
      "population 40344 2024 0 4 16",
    ]),
  );
});

it("is the resident register with its moves: four lines of header, units below, two years", async () => {
  const rows = [
    [
      "令和7年1月1日住民基本台帳人口・世帯数、令和6年（1月1日から同年12月31日まで）人口動態（市区町村別）（総計）",
    ],
    ["団体コード", "都道府県名", "市区町村名", "令和7年", "", "", "", "令和6年", "", "", "", "", ""],
    ["", "", "", "人口", "", "", "世帯数", "住民票記載数", "", "", "住民票消除数", "", ""],
    ["", "", "", "", "", "", "", "転入者数", "", "出生者数", "転出者数", "", "死亡者数"],
    ["", "", "", "男", "女", "計", "", "（国内）", "（国外）", "", "（国内）", "（国外）", ""],
    ["", "", "", "人", "人", "人", "世帯", "人", "人", "人", "人", "人", "人"],
    ["322024", "島根県", "浜田市", 24, 26, 50, 25, 1, 1, 2, 2, 1, 3],
  ];
  const { batch, kept } = await take(book(rows));
  expect(batch).toMatchObject({ bodyLine: 7, counts: { read: 1, rejected: 0 } });
  // 1 January 2025 lies in the fiscal year of 2024.
  expect(kept).toEqual([
    "population 32202 2024 0 127 50",
    "population 32202 2024 1 127 24",
    "population 32202 2024 2 127 26",
  ]);
});

it("is a distribution of the open data of checkups: the prefecture once a block, cells masked; nothing of it is taken for a rate", async () => {
  const line = (
    name: string,
    band: string,
    men: readonly (string | number)[],
    women: readonly (string | number)[],
  ) => [name, band, ...men, ...women];
  const rows = [
    ["特定健診（BMI)：2023年度　都道府県別性年齢階級別分布"],
    ["都道府県名", "検査値階層\n(kg/㎡)", "人数"],
    ["", "", "男", "", "", "女", "", ""],
    ["", "", "40～44歳", "45～49歳", "中計", "40～44歳", "45～49歳", "中計"],
    line("島根県", "25.0以上", [110, 121, 231], [113, 124, 237]),
    line("", "18.5以上25.0未満", [210, 221, 431], [213, 224, 437]),
    line("", "18.5未満", ["‐", "‐", 14], [40, 30, 70]),
    line("都道府県判別不可", "25.0以上", ["‐", 11, 19], [20, 21, 41]),
  ];
  const said = { indicator: "obesity_rate", fiscalYear: 2023 };
  const file = book(rows, ["C2:H2", "C3:E3", "F3:H3"]);
  const { batch, kept, mends } = await take(file, {}, said);
  expect(batch.header).toEqual([
    "都道府県名",
    "検査値階層 (kg/m2)",
    "人数 男 40~44歳",
    "人数 男 45~49歳",
    "人数 男 中計",
    "人数 女 40~44歳",
    "人数 女 45~49歳",
    "人数 女 中計",
  ]);
  expect(batch.questions.map(({ key, places }) => [key, places])).toEqual([["blank-area", 2]]);
  const answered = await take(file, {}, { ...said, answers: { "blank-area": "above" } });
  expect(answered.batch.apart).toMatchObject({ "no-area": 1, "sign:‐": 2 });
  expect([kept, answered.kept]).toEqual([[], []]);
  expect(answered.mends.length).toBeGreaterThan(0);
  expect(mends.length).toBeGreaterThan(0);
  // As counts, the classes of one prefecture contradict one another: none is taken, none added up.
  const counted = await take(
    file,
    {},
    { indicator: "population", fiscalYear: 2023, answers: { "blank-area": "above" } },
  );
  expect(counted.kept).toEqual([]);
  expect(counted.mends[0]).toContain("同じ");
});

it("is a sheet of the insurers' database: classes in the header are no ages; what columns hold is said once", async () => {
  const rows = [
    ["厚生労働省様式（様式5-2）　健診有所見者状況（男女別・年代別）", "", "", "", "", "", ""],
    ["作成年月", "令和6年9月", "", "", "", "", ""],
    ["", "", "受診者", "BMI", "", "腹囲", ""],
    ["", "", "", "25以上", "", "85以上", ""],
    ["性別", "年齢", "", "人数", "割合", "人数", "割合"],
    ["男性", "40-64", 100, 30, "30.0", 50, "50.0"],
    ["男性", "65-74", 200, 60, "30.0", 100, "50.0"],
    ["男性", "県", 3000, 900, "30.0", 1500, "50.0"],
    ["女性", "40-64", 100, 20, "20.0", 10, "10.0"],
  ];
  const columns: [string, string][] = [
    ["受診者", "denominator 肥満の割合"],
    ["BMI 25以上 人数", "numerator 肥満の割合"],
    ["BMI 25以上 割合", "value 肥満の割合"],
  ];
  const { batch, kept, mends } = await take(
    csv(rows),
    { columns, saveAs: "様式5-2" },
    { area: "32202", fiscalYear: 2023 },
  );
  expect(batch.mapping!.slice(5)).toEqual([{ role: "ignore" }, { role: "ignore" }]);
  expect(kept).toEqual([
    "obesity_rate 32202 2023 1 5184 30/100",
    "obesity_rate 32202 2023 1 8394 60/200",
    "obesity_rate 32202 2023 2 5184 20/100",
  ]);
  expect(mends).toEqual([expect.stringMatching(/^8 年齢は/)]);
  const next = rows.map((cells, at) => (at === 5 ? ["男性", "40-64", 100, 40, "40.0", 50, "50.0"] : cells));
  const again = await take(csv(next), { mapping: "様式5-2" }, { area: "32202", fiscalYear: 2024 });
  expect(again.kept).toContain("obesity_rate 32202 2024 1 5184 40/100");
});

it("is a sheet with the region, its prefecture and the nation beside one another", async () => {
  const rows = [
    ["地域の全体像の把握", "", "", "", "", "", ""],
    ["保険者番号:320001", "", "保険者名:浜田市", "", "", "", ""],
    ["", "", "浜田市", "", "県", "", "国"],
    ["", "項目", "実数", "割合", "実数", "割合", "割合"],
    ["4", "高齢化率", 20000, "37.1", 2, "34.7", "28.7"],
    ["4", "喫煙", 600, "12.5", 2, "12.7", "13.8"],
  ];
  const columns: [string, string][] = [
    ["浜田市 割合", "値 浜田市"],
    ["県 割合", "値 島根県"],
    ["国 割合", "値 全国"],
  ];
  const { kept, mends } = await take(csv(rows), { columns }, { fiscalYear: 2023 });
  expect(mends).toEqual([]);
  expect(kept).toEqual([
    "share_aged_65_plus 32 2023 0 127 34.7",
    "share_aged_65_plus 32202 2023 0 127 37.1",
    "share_aged_65_plus jp 2023 0 127 28.7",
    "smoking_rate 32 2023 0 127 12.7",
    "smoking_rate 32202 2023 0 127 12.5",
    "smoking_rate jp 2023 0 127 13.8",
  ]);
});

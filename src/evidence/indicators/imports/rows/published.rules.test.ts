import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas, type PlaceIndex, placeIndex } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { readFile, shown } from "./testing.ts";

const app = testApp();
let index: PlaceIndex;
beforeAll(async () => {
  await loadReferenceAreas(app);
  index = await withPermit(app, VISITOR, placeIndex);
});

const read = (text: string, given: Parameters<typeof readFile>[2] = {}) => {
  const file = readFile(index, text, given);
  if (file.refused !== undefined) throw new Error(file.refused);
  return {
    ...file,
    kept: file.figures.map(shown),
    mends: file.problems.map(({ line, mend }) => `${line} ${mend}`),
  };
};

describe("what a column or a cell knows is looked at", () => {
  it("reads prefecture and municipality together", () => {
    expect(
      read("年度,都道府県,市区町村,出生数\n1961,鳥取県,鳥取市,2100\n1961,鳥取県,,9000\n1961,,浜田市,700\n")
        .kept,
    ).toEqual(["31201 births 1961 0 127 2100", "31 births 1961 0 127 9000", "32202 births 1961 0 127 700"]);
  });

  it("refuses a municipality that lies in another prefecture", () => {
    const { kept, mends } = read("年度,都道府県,市区町村,出生数\n1961,島根県,鳥取市,2100\n");
    expect(kept).toEqual([]);
    expect(mends[0]).toContain("「島根県」と「鳥取県鳥取市」は、同じ地域ではありません");
  });

  it("refuses a code beside another area's name, naming both", () => {
    const { kept, mends } = read(
      "年度,市区町村コード,市区町村名,人口\n2021,32203,浜田市,170000\n2021,32202,浜田市,50000\n",
    );
    expect(kept).toEqual(["32202 population 2021 0 127 50000"]);
    expect(mends[0]).toContain("「島根県出雲市」と「島根県浜田市」");
  });

  it("asks whether an empty municipality under another is merged", () => {
    const text = "年度,都道府県,市区町村,性別,出生数\n1961,鳥取県,鳥取市,男,1000\n1961,鳥取県,,女,1100\n";
    expect(read(text).asked).toEqual(["blank-area_part"]);
    expect(read(text, { answers: { "blank-area_part": "above" } }).kept).toEqual([
      "31201 births 1961 1 127 1000",
      "31201 births 1961 2 127 1100",
    ]);
  });

  it.each([
    ["性別", "男,0-4\n2005,31204,,5-9", "blank-sex", { above: "1", all: "0" }],
    ["年齢", "女,0-4\n2005,31204,女,", "blank-age_band", {}],
  ])("asks what an empty %s means", (_, rows, key, answers) => {
    const [first, second] = rows.split("\n");
    const text = `年度,地域,性別,年齢,人口\n2005,31204,${first},1001\n${second},1002\n`;
    expect(read(text).asked).toEqual([key]);
    for (const [answer, sex] of Object.entries(answers))
      expect(read(text, { answers: { [key]: answer } }).kept[1]).toBe(
        `31204 population 2005 ${sex} 649 1002`,
      );
    expect(read(text, { answers: { [key]: "leave" } })).toMatchObject({ asked: [], apart: { undecided: 1 } });
  });

  it("carries a sign for as above down, and asks of an empty area or year", () => {
    expect(read("年度,地域,人口\n2005,31204,1000\n〃,31203,1002\n").kept[1]).toBe(
      "31203 population 2005 0 127 1002",
    );
    const text = "年度,地域,性別,人口\n2005,31204,男,1000\n,,女,1002\n";
    expect(read(text).asked).toEqual(["blank-fiscal_year", "blank-area"]);
    expect(read(text, { answers: { "blank-fiscal_year": "above", "blank-area": "above" } }).kept[1]).toBe(
      "31204 population 2005 2 127 1002",
    );
    expect(read("年度,地域,性別,人口\n2005,31204,〃,1000\n2005,31203,男,1002\n").mends[0]).toContain(
      "2 性別は",
    );
  });

  it("asks of percentages that are all at most 1, and takes neither unasked", () => {
    const text = "年度,地域,特定健診の受診率\n2021,浜田市,0.42\n2021,出雲市,0.515\n";
    expect(read(text).asked).toEqual(["share"]);
    expect(read(text, { answers: { share: "share" } }).kept).toEqual([
      "32202 checkup_rate 2021 0 127 42",
      "32203 checkup_rate 2021 0 127 51.5",
    ]);
    expect(read(text, { answers: { share: "percent" } }).kept[0]).toBe("32202 checkup_rate 2021 0 127 0.42");
    expect(read(text.replace("0.515", "51.5")).asked).toEqual([]);
  });

  it("takes neither of two rows that contradict one another, and one of two that say the same", () => {
    const { kept, mends } = read(
      "年度,地域,人口\n2021,浜田市,170000\n2021,浜田市,180000\n2021,出雲市,5\n2021,出雲市,5\n",
    );
    expect(kept.filter((one) => one.startsWith("32202"))).toEqual([]);
    expect(mends).toHaveLength(2);
  });

  it("refuses two years in one cell that differ", () => {
    const { mends } = read("年度,地域,人口\n令和5年度(2022年度),浜田市,5\n令和5年度(2023年度),浜田市,5\n");
    expect(mends).toEqual([expect.stringContaining("異なる年度が2つ")]);
  });

  it("refuses a rate that its counts do not give", () => {
    const head = "年度,地域,指標,分子,分母,値\n";
    for (const good of ["12.0", "12", "12.34", "0.12"]) {
      const counts = good === "12.34" ? "1234,10000" : "120,1000";
      expect(read(`${head}2020,14150,喫煙率,${counts},${good}\n`).mends).toEqual([]);
    }
    for (const wrong of ["99", "1.2", "120", "0.21"])
      expect(read(`${head}2020,14150,喫煙率,120,1000,${wrong}\n`).mends[0]).toContain("計算した12.0");
  });

  it("tells where men and women are not the total, and asks where they are fewer", () => {
    const head = "年度,地域,性別,人口\n2020,14150,男,400\n2020,14150,女,500\n2020,14150,総数,";
    expect(read(`${head}900\n`)).toMatchObject({ mends: [], asked: [] });
    expect(read(`${head}890\n`).mends).toHaveLength(3);
    expect(read(`${head}890\n`).mends[0]).toContain("内訳の合計900（400＋500）が、総数890を超えています");
    expect(read(`${head}910\n`)).toMatchObject({ mends: [], asked: ["rest"] });
  });

  it("tells where ages do not add up, also to a wider band", () => {
    const rows = (old: number, all: number) =>
      `年度,地域,年齢,人口\n2020,14150,0-64歳,600\n2020,14150,65歳以上,${old}\n2020,14150,65-74歳,200\n2020,14150,75歳以上,100\n2020,14150,総数,${all}\n`;
    expect(read(rows(300, 900))).toMatchObject({ mends: [], asked: [] });
    expect(read(rows(290, 890)).mends.join()).toContain("総数290を超えています");
    expect(read(rows(300, 90)).mends.join()).toContain("総数90を超えています");
  });

  it("refuses a part that is more than what it is a part of, and a rate outside of those of its parts", () => {
    expect(read("年度,地域,consultations,of_which_mental_health\n2020,14150,5,6\n").mends).toHaveLength(1);
    const rate = (all: string) =>
      `年度,地域,性別,肥満の割合\n2020,14150,男,30.1\n2020,14150,女,20.2\n2020,14150,総数,${all}\n`;
    expect(read(rate("25.0")).mends).toEqual([]);
    expect(read(rate("52.0")).mends).toHaveLength(3);
  });

  it("asks of a value far off from the year before", () => {
    const rows = (last: number) =>
      `年度,地域,人口\n2019,14150,720000\n2020,14150,725000\n2021,14150,${last}\n`;
    expect(read(rows(726_000)).asked).toEqual([]);
    expect(read(rows(72_600)).asked).toEqual(["far"]);
  });

  it("asks of thousands, and refuses a unit of something else", () => {
    const thousands = "年度,地域,人口（千人）\n2020,14150,726\n";
    expect(read(thousands).asked).toEqual(["unit"]);
    expect(read(thousands, { answers: { unit: "multiply" } }).kept).toEqual([
      "14150 population 2020 0 127 726000",
    ]);
    expect(read("年度,地域,人口,単位\n2020,14150,726,％\n").mends[0]).toContain("単位「%」");
    expect(read("年度,地域,人口,単位\n2020,14150,726,人\n").mends).toEqual([]);
  });
});

describe("no figure is no fault", () => {
  it("keeps the other figures of a row, and counts each sign by itself", () => {
    const { kept, apart, mends } = read(
      "年度,地域,人口,出生数,死亡数\n2021,出雲市,170000,-,2000\n2021,浜田市,50000,X,…\n",
    );
    expect(kept).toEqual([
      "32203 population 2021 0 127 170000",
      "32203 deaths 2021 0 127 2000",
      "32202 population 2021 0 127 50000",
    ]);
    expect([apart, mends]).toEqual([{ "sign:-": 1, "sign:X": 1, "sign:...": 1 }, []]);
  });

  it.each(
    "- － ― — – − ‐ ー … ‥ ... *** x X Ｘ × ・ ・・・ #N/A 非公表 秘匿 不詳 該当なし NULL nan".split(" "),
  )("leaves a row of %s aside", (sign) => {
    const { apart, mends } = read(`年度,地域,人口\n2021,出雲市,${sign}\n`);
    expect([apart["no-figure"], mends]).toEqual([1, []]);
  });

  it("leaves sums, former municipalities, other areas and what is no area aside, by kind", () => {
    const rows = ["県計", "邑智郡", "那賀郡三隅町", "人口集中地区", "出雲市", "浜田市"].map(
      (name) => `2021,${name},9`,
    );
    const text = `年度,地域,人口\n${rows.join("\n")}\n年度,地域,人口\n`;
    const { kept, apart, mends } = read(text, { reach: ["32202" as AreaId] });
    expect(apart).toEqual({ sum: 2, former: 1, "no-area": 1, elsewhere: 1, header: 1 });
    expect([kept, mends]).toEqual([["32202 population 2021 0 127 9"], []]);
  });

  it("leaves rows of unknown sex or age aside", () => {
    const { apart, mends } = read(
      "年度,地域,性別,年齢,人口\n2021,浜田市,不詳,総数,9\n2021,浜田市,男,年齢不詳,9\n",
    );
    expect([apart, mends]).toEqual([{ "unknown-part": 2 }, []]);
  });
});

describe("any word", () => {
  it.each([
    ["1.23E+05", "桁が省略"],
    ["10月14日", "日付に変わった"],
    ["十二", "例 40.0"],
    ["12,34", "例 40）"],
    ["13,75", "例 40）"],
  ])("says what is wrong with %s", (cell, mend) =>
    expect(read(`年度,地域,人口\n2021,出雲市,"${cell}"\n`).mends[0]).toContain(mend),
  );

  it("asks of marks of notes, and takes them off where told", () => {
    for (const cell of ["1,234 1)", "1) 1,234", "r1,234", "p1,234", "1,234*", "1,234(注1)"]) {
      const text = `年度,地域,人口\n2021,出雲市,"${cell}"\n`;
      expect(read(text).asked).toEqual(["mark"]);
      expect(read(text, { answers: { mark: "drop" } }).kept).toEqual(["32203 population 2021 0 127 1234"]);
      expect(read(text, { answers: { mark: "mend" } }).mends[0]).toContain("注の印");
    }
  });

  it.each([
    ["2023年10月1日現在", 2023, "2023-10-01"],
    ["2023年10月", 2023, null],
    ["20231001", 2023, "2023-10-01"],
    ["2023/10/1 0:00", 2023, "2023-10-01"],
    ["2023年3月末", 2022, "2023-03-31"],
  ])("reads the day %s", (cell, year, day) =>
    expect(read(`時点,地域,人口\n${cell},出雲市,5\n`).figures[0]).toMatchObject({
      fiscalYear: year,
      asOf: day,
    }),
  );

  it("tells a day that Excel made a number, and an age that it made a day", () => {
    expect(read("時点,地域,人口\n45200,出雲市,5\n").mends[0]).toContain("2023-10-01");
    for (const age of ["10月14日", "Oct-14", "5月9日", "1月4日"])
      expect(read(`年度,地域,年齢,人口\n2021,出雲市,${age},5\n`).mends[0]).toContain(
        "「10-14」などの年齢が、Excelで",
      );
  });

  it.each([
    ["総　数,総　数", "0 127"],
    ["男,40ー44", "1 5164"],
    ["男,40‐44", "1 5164"],
    ["女,～39歳", "2 39"],
    ["女,75歳以上（再掲）", "2 9727"],
  ])("reads sex and age of %s", (cells, expected) =>
    expect(read(`年度,地域,性別,年齢,人口\n2021,出雲市,${cells},5\n`).kept).toEqual([
      `32203 population 2021 ${expected} 5`,
    ]),
  );

  it.each(['"=""170000"""', "17\u200B0000", "170000\u001A", "170,000人".replace(",", "")])(
    "reads the figure %s",
    (cell) =>
      expect(read(`年度,地域,人口\n2021,出雲市,${cell}\n`).kept).toEqual([
        "32203 population 2021 0 127 170000",
      ]),
  );

  it("names the line in which a quote is opened that swallows the rows below", () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `2021,出雲市,${at}`);
    const text = `年度,地域,人口\n2021,浜田市,"5\n${rows.join("\n")}\n`;
    expect(read(text).mends).toEqual([expect.stringContaining("2行目で始まる引用符")]);
    expect(read(`${text}2022,浜田市,"6"\n`).mends[0]).toContain("2行目で始まる引用符");
  });
});

describe("what published tables bring beside figures that are kept", () => {
  it("reads a row once for each year that columns name, and counts empty cells and years before ours", () => {
    const text =
      "市区町村,人口 1940年,人口 2015年,人口 2020年\n浜田市,1,58105,54592\n出雲市,2,,172775\n江津市,3,…,\n";
    const { kept, mends, apart } = read(text);
    expect(mends).toEqual([]);
    expect(kept).toEqual([
      "32202 population 2015 0 127 58105",
      "32202 population 2020 0 127 54592",
      "32203 population 2020 0 127 172775",
    ]);
    expect(apart).toEqual({ "part-empty": 1, "part-year": 2, "no-figure": 1, "sign:...": 1 });
  });

  const rows = (cells: (at: number) => string) => Array.from({ length: 12 }, (_, at) => cells(at)).join("\n");

  it("asks of an item that is no indicator, once for all its rows, and not of a slip", () => {
    const text = `年度,地域,指標,値\n2020,浜田市,人口,54592\n${rows((at) => `${1990 + at},浜田市,人口性比,92`)}\n`;
    expect(read(text)).toMatchObject({ asked: ["indicator:人口性比"], problems: { length: 12 } });
    const left = read(text, { answers: { "indicator:人口性比": "leave" } });
    expect(left).toMatchObject({ mends: [], apart: { "other-indicator": 12 }, asked: [] });
    expect(left.kept).toEqual(["32202 population 2020 0 127 54592"]);
    expect(read("年度,地域,指標,値\n2020,浜田市,人囗,5\n")).toMatchObject({
      asked: [],
      problems: { length: 1 },
    });
  });

  it("asks of a series that begins before the years that are kept", () => {
    const text = `年度,地域,出生数\n${rows((at) => `${1893 + at}年,全国,1000000`)}\n2020年,全国,840835\n`;
    expect(read(text)).toMatchObject({ asked: ["early"], problems: { length: 12 } });
    const left = read(text, { answers: { early: "leave" } });
    expect(left).toMatchObject({ mends: [], apart: { "early-year": 12 } });
    expect(left.kept).toEqual(["jp births 2020 0 127 840835"]);
  });

  it("knows places of before by their codes and by how they are marked", () => {
    const text =
      "市区町村コード,市区町村,人口\n22131,浜松市中区,235240\n22137,浜松市天竜区,26726\n0120B,（旧：函館市）,241024\n044237,宮城県 富谷町,47042\n13100,特別区部,9733276\n00100,人口集中地区,88285927\n";
    const { kept, mends, apart } = read(text, { fiscalYear: 2020 });
    expect(mends).toEqual([]);
    expect(kept).toEqual(["22131 population 2020 0 127 235240", "22137 population 2020 0 127 26726"]);
    expect(apart).toEqual({ former: 2, sum: 1, "no-area": 1 });
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas, NATION } from "#foundation/areas/public.ts";
import { type Asked, fileOf, newImportId } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { columnField, wordsField } from "#platform/tables/messages.ts";
import { meaningValue } from "#platform/tables/present.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { loadReferenceIndicators } from "../../dictionary/usecases.server.ts";
import type { Choices } from "../schema.ts";
import {
  beginImport,
  checkImport,
  importWhole,
  readImport,
  rejectedFile,
  rematchImport,
  runImport,
  takeImport,
} from "../usecases.server.ts";
import { inspectionLines, presentInspected } from "./present.ts";
import { inspectFigures } from "./usecases.server.ts";

const base = testApp();
const folder = mkdtempSync(join(tmpdir(), "yui-import-layouts-"));
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

const EVERYWHERE = { actor: "<test>", areas: "all" } as const;
const CLI = service("cli");
const OFFICE = { ...person("administrator", "jp" as AreaId), reach: "all" } as const;
let files = 0;

async function put(content: string | Buffer, name = "表.csv") {
  const path = join(folder, `${files++}-${name}`);
  await writeFile(path, content);
  return { path, name };
}

async function take(
  content: string | Buffer,
  asked: Asked = {},
  choices: Partial<Choices> = {},
  name?: string,
) {
  const file = await put(content, name);
  return importWhole(app, CLI, {
    ...file,
    area: NATION,
    asked,
    choices: { published: false, ...choices },
    wish: "take-good",
  });
}

/** As a browser sends it: the file lies where the import keeps it. */
async function brought(content: string | Buffer, name = "表.csv") {
  const id = newImportId();
  const path = fileOf(app, id);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return expectOk(await beginImport(app, OFFICE, { id, area: NATION }, { path, name }));
}
const read = async ({ id }: { id: string }) => expectOk(await readImport(app, OFFICE, { id })).batch;

/** The sums of figures by indicator, year, sex and age. */
async function sums() {
  const rows = await withRows(app.db, EVERYWHERE, (tx) =>
    db(tx)
      .selectFrom("observation")
      .innerJoin("indicator", "indicator.no", "observation.indicator_no")
      .select(["code", "fiscal_year", "sex", "age_band", "area_id", "value", "numerator"])
      .execute(),
  );
  const found: Record<string, number> = {};
  for (const { code, fiscal_year, sex, age_band, value, numerator } of rows) {
    const key = `${code} ${fiscal_year} ${sex} ${age_band === 127 ? "all" : age_band >> 7}`;
    found[key] = (found[key] ?? 0) + Number(numerator ?? value);
  }
  return found;
}

const YEARS = [
  ["人口とは、その日に住んでいる者の数をいう。"],
  ["出典）見本"],
  [],
  ["", "", "人口総数（人）"],
  ["市区町村名", "市区町村コード", "1940年", "2010年", "2015年"],
  ["島根県 浜田市", "322024", 9, 61, 58],
  ["島根県 江津市", "322075", 9, 25, 24],
  ["注）見本の数である。"],
];

describe("a table as published", () => {
  it("has its years in columns, under a title and a stacked header, in a book of before 2007", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(YEARS), "人口総数");
    const batch = expectOk(await take(write(book, { type: "buffer", bookType: "biff8" }), {}, {}, "表.xls"));
    expect(batch).toMatchObject({ state: "done", counts: { read: 3, added: 4, rejected: 0, skipped: 1 } });
    expect(await sums()).toEqual({ "population 2010 0 all": 86, "population 2015 0 all": 82 });
  });

  it("has sexes and ages in columns", async () => {
    const text = "年度,地域,総数,男,,女,\n,,,0-4歳,5-9歳,0-4歳,5-9歳\n2020,浜田市,10,1,2,3,4\n";
    expectOk(await take(text, {}, { indicator: "population" }));
    expect(await sums()).toEqual({
      "population 2020 0 all": 10,
      "population 2020 1 0": 1,
      "population 2020 1 5": 2,
      "population 2020 2 0": 3,
      "population 2020 2 5": 4,
    });
  });

  it("has areas in columns, and a cell without a figure is no fault of its row", async () => {
    expectOk(await take("年度,指標,浜田市,江津市\n2020,人口,50,\n2021,人口,51,22\n"));
    expect(await sums()).toEqual({ "population 2020 0 all": 50, "population 2021 0 all": 73 });
  });

  it("is one of several in its sheet", async () => {
    const text = "年度,地域,人口\n2020,浜田市,50\n\n第2表\n\n年度,地域,出生数\n2020,浜田市,3\n";
    const batch = expectOk(await take(text, { table: 2 }));
    expect(batch).toMatchObject({ counts: { read: 1, added: 1 }, header: ["年度", "地域", "出生数"] });
    expectOk(await take(text));
    expect(await sums()).toEqual({ "births 2020 0 all": 3, "population 2020 0 all": 50 });
  });

  it("is told of without being taken in", async () => {
    const file = await put("甲,乙,丙\n2020,浜田市,50\n");
    const asked: Asked = {
      columns: [
        ["甲", "年度"],
        ["乙", "area"],
        ["丙", "value 人口 男"],
      ],
    };
    const told = expectOk(await inspectFigures(app, CLI, file, { asked, choices: { published: false } }));
    expect(told).toMatchObject({
      mapping: [
        { role: "fiscal_year" },
        { role: "area" },
        { role: "value", indicator: "population", sex: "male" },
      ],
      gaps: {},
    });
    for (const columns of [[["丁", "地域"]], [["丙", "値 だれか"]]] as [string, string][][])
      expect(
        await inspectFigures(app, CLI, file, { asked: { columns }, choices: { published: false } }),
      ).toMatchObject({ ok: false, error: { fields: { columns: [expect.any(String)] } } });
  });
});

describe("what somebody corrects", () => {
  const shifted = (year: number) => `い,ろ,は\n甲,乙,丙\n${year},浜田市,50\n`;

  it("is another header line and the words of a column, and is known of the next file alike", async () => {
    const batch = await brought(shifted(2020));
    expect(batch.header).toEqual(["い", "ろ", "は"]);
    expectOk(await rematchImport(app, OFFICE, { id: batch.id }, { header: "2", block: "1" }));
    expect(await read(batch)).toMatchObject({ state: "matching", header: ["甲", "乙", "丙"], bodyLine: 3 });
    const form = {
      [columnField(0)]: meaningValue({ role: "fiscal_year" }),
      [columnField(1)]: meaningValue({ role: "area" }),
      [columnField(2)]: meaningValue({ role: "value" }),
      [wordsField(2)]: "人口 女",
      saveAs: "見本の表",
    };
    expect(
      await checkImport(app, OFFICE, { id: batch.id }, { ...form, [wordsField(2)]: "人口 だれか" }),
    ).toMatchObject({
      ok: false,
      error: { fields: { [wordsField(2)]: [expect.stringContaining("だれか")] } },
    });
    expectOk(await checkImport(app, OFFICE, { id: batch.id }, form));
    await runImport(app, { id: batch.id });
    expectOk(await takeImport(app, OFFICE, { id: batch.id }, {}));
    await runImport(app, { id: batch.id });
    expect(await sums()).toEqual({ "population 2020 2 all": 50 });

    expect(await brought(shifted(2021))).toMatchObject({
      header: ["甲", "乙", "丙"],
      bodyLine: 3,
      mapping: [{}, {}, { role: "value", indicator: "population", sex: "female" }],
    });
    // By its name, of a file whose columns stand otherwise.
    expectOk(await take("乙,丙,甲\n浜田市,51,2022\n", { mapping: "見本の表" }));
    expect(await sums()).toMatchObject({ "population 2022 2 all": 51 });
    expect(await take("乙,丙,甲\n浜田市,51,2022\n", { mapping: "別の表" })).toMatchObject({
      ok: false,
      error: { fields: { mapping: [expect.stringContaining("別の表")] } },
    });
  });

  it("is another sheet of the book, which stays until it is taken in", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ["年度", "地域", "人口"],
        [2020, "浜田市", 50],
      ]),
      "人口",
    );
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ["年度", "地域", "出生数"],
        [2020, "浜田市", 3],
      ]),
      "出生",
    );
    const batch = await brought(write(book, { type: "buffer", bookType: "xlsx" }), "表.xlsx");
    expect(batch).toMatchObject({ header: ["年度", "地域", "人口"], layout: { sheets: ["人口", "出生"] } });
    const { id } = batch;
    expect(await rematchImport(app, OFFICE, { id }, { sheet: "ない" })).toMatchObject({ ok: false });
    expectOk(await rematchImport(app, OFFICE, { id }, { sheet: "出生" }));
    const found = await read(batch);
    expect(found).toMatchObject({ header: ["年度", "地域", "出生数"], layout: { place: { sheet: "出生" } } });
    const form = Object.fromEntries(found.mapping!.map((one, at) => [columnField(at), meaningValue(one)]));
    expectOk(await checkImport(app, OFFICE, { id }, form));
    await runImport(app, { id });
    expectOk(await takeImport(app, OFFICE, { id }, {}));
    await runImport(app, { id });
    expect(await sums()).toEqual({ "births 2020 0 all": 3 });
  });

  it("holds for the rows that were given out to be mended", async () => {
    const batch = expectOk(
      await take("い,ろ,は\n2020,浜田市,50\n2020,ない市,7\n", {
        columns: [
          ["い", "年度"],
          ["ろ", "地域"],
          ["は", "値 人口 男"],
        ],
      }),
    );
    expect(batch.counts).toMatchObject({ added: 1, rejected: 1 });
    const { body } = expectOk(await rejectedFile(app, OFFICE, { id: batch.id }));
    const mended = (await new Response(body).text()).replace("ない市", "江津市");
    expectOk(await take(mended));
    expect(await sums()).toEqual({ "population 2020 1 all": 57 });
  });
});

it("reads a published table by the mapping that comes with this version, where nobody here said otherwise", async () => {
  const header =
    "時間軸(年次),出生数_総数【人】,出生数_男【人】,出生数_女【人】,出生率【人口千対】,出生性比【女子=100】,合計特殊出生率";
  const row = (year: number) => `${year}年,"1,000,000","510,000","490,000",8,105,1.4`;
  const years = Array.from({ length: 12 }, (_, at) => 1938 + at);
  const content = `${header}\n${[2023, ...years].map(row).join("\n")}\n`;
  const batch = expectOk(await take(content));
  expect(batch).toMatchObject({
    state: "done",
    counts: { added: 3, rejected: 0 },
    choices: { area: NATION, source: "vital_statistics" },
    apart: { "early-year": 12 },
  });
  const told = expectOk(
    await inspectFigures(app, CLI, await put(content), { asked: {}, choices: { published: false } }),
  );
  const lines = inspectionLines(presentInspected("出生.csv", told));
  expect(lines).toEqual(
    expect.arrayContaining(["all rows: source vital_statistics", "answered: early leave"]),
  );
  expect(lines.join()).not.toContain("[object");
});

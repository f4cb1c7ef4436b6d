import { mkdtempSync, rmSync } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas, NATION, type PlaceIndex, placeIndex } from "#foundation/areas/public.ts";
import { fileOf, newImportId } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { OPEN_QUESTIONS } from "#platform/tables/messages.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { loadReferenceIndicators } from "../../dictionary/usecases.server.ts";
import { readProfile } from "../../profile/usecases.server.ts";
import { presentFigures } from "../present.ts";
import { readFile } from "../rows/testing.ts";
import type { Choices, ImportBatch } from "../schema.ts";
import {
  beginImport,
  checkImport,
  importWhole,
  readImport,
  runImport,
  takeImport,
} from "../usecases.server.ts";

const base = testApp();
const folder = mkdtempSync(join(tmpdir(), "yui-import-questions-"));
let app: App;
let index: PlaceIndex;
beforeAll(async () => {
  app = { ...base, config: { ...base.config, dataFolder: folder } };
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
  index = await withPermit(app, service("cli"), placeIndex);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CLI = service("cli");
let names = 0;
async function take(content: string, wish: "check" | "take" | "take-good", choices: Partial<Choices> = {}) {
  const path = join(folder, `${names++}.csv`);
  await writeFile(path, content);
  const given = { published: false, ...choices };
  return expectOk(await importWhole(app, CLI, { path, name: "表.csv", area: NATION, choices: given, wish }));
}
const stored = (area: string) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    db(tx)
      .selectFrom("observation")
      .select(["fiscal_year", "sex", "age_band", "numerator", "value"])
      .where("area_id", "=", area)
      .orderBy("fiscal_year")
      .orderBy("sex")
      .orderBy("age_band")
      .execute(),
  );
const problemLines = async ({ id }: ImportBatch) =>
  expectOk(await readImport(app, CLI, { id })).rejected.map(({ line }) => line);

describe("what a file leaves open", () => {
  const MERGED = "年度,地域,性別,年齢,人口\n2005,31204,男,0-4,1001\n2005,31204,,5-9,1002\n";

  it("is asked, nothing is taken meanwhile, and the answer is kept and shown beside the figure's source", async () => {
    const actor = { ...person("administrator", "jp" as AreaId), reach: "all" } as Actor;
    const id = newImportId();
    await writeFile(join(folder, "sent.csv"), MERGED);
    await mkdir(join(folder, "imports"), { recursive: true });
    await copyFile(join(folder, "sent.csv"), fileOf(app, id));
    const begun = await beginImport(
      app,
      actor,
      { id, area: NATION },
      { path: fileOf(app, id), name: "合併.csv" },
    );
    const { mapping } = expectOk(begun);
    const form = Object.fromEntries(mapping!.map((meaning, at) => [`column-${at}`, JSON.stringify(meaning)]));
    expectOk(await checkImport(app, actor, { id }, form));
    await runImport(app, { id });
    const page = presentFigures(expectOk(await readImport(app, actor, { id })));
    expect(page.one.questions).toMatchObject([
      { field: "answer-blank-sex", places: 1, examples: [{ line: 3, column: "性別" }] },
    ]);
    expect(await takeImport(app, actor, { id }, {})).toMatchObject({
      error: { kind: "conflict", message: OPEN_QUESTIONS },
    });
    expect(await stored("31204")).toEqual([]);

    expectOk(await checkImport(app, actor, { id }, { "answer-blank-sex": "above" }));
    await runImport(app, { id });
    expectOk(await takeImport(app, actor, { id }, {}));
    await runImport(app, { id });
    expect(await stored("31204")).toMatchObject([
      { sex: 1, numerator: 1001 },
      { sex: 1, numerator: 1002 },
    ]);
    const done = presentFigures(expectOk(await readImport(app, actor, { id })));
    expect(done.one).toMatchObject({
      state: "done",
      answered: [{ answer: "上の行と同じ（結合されたセル）" }],
    });
    const target = { area: "31204", indicator: "population" };
    expect(expectOk(await readProfile(app, actor, target as never)).answers).toEqual([
      { fileName: "合併.csv", told: [expect.stringContaining("上の行と同じ")] },
    ]);
  });

  it("holds a whole file back that is taken at once, also its good rows alone", async () => {
    for (const wish of ["take", "take-good"] as const)
      expect(await take(MERGED.replaceAll("31204", "31203"), wish)).toMatchObject({
        state: "ready",
        questions: [{ key: "blank-sex" }],
      });
    expect(await stored("31203")).toEqual([]);
    const answers = { "blank-sex": "all" };
    expect(await take(MERGED.replaceAll("31204", "31203"), "take", { answers })).toMatchObject({
      state: "done",
    });
  });

  it("asks of a figure far off from what stands, and takes it where told", async () => {
    const rows = (year: number, value: number) => `年度,地域,人口\n${year},32203,${value}\n`;
    expect(await take(rows(2018, 170_000), "take")).toMatchObject({ state: "done" });
    for (const year of [2018, 2019])
      expect(await take(rows(year, 17_000), "check")).toMatchObject({
        questions: [{ key: "far", places: 1 }],
      });
    expect(await take(rows(2019, 17_000), "take-good", { answers: { far: "mend" } })).toMatchObject({
      counts: { rejected: 1, added: 0 },
    });
    expect(await take(rows(2019, 17_000), "take", { answers: { far: "right" } })).toMatchObject({
      state: "done",
    });
  });
});

describe("a large file", () => {
  /** More figures than are compared in memory: the database finds the groups in which something may be wrong. */
  function rowsOf(): string[] {
    const areas = [...index.byId.values()].filter(
      ({ kind, validTo, validFrom }) => kind === "municipality" && !validTo && !validFrom,
    );
    return [2019, 2020].flatMap((year) =>
      areas.slice(0, 1200).flatMap(({ id }, at) => {
        const [a, b, c, d] = [400 + at, 300 + at, 500 + at, 200 + at];
        const figures = [a + b + c + d, a + c, b + d, a + b, a, b, c + d, c, d];
        return ["総数", "男", "女"].flatMap((sex, s) =>
          ["総数", "0-64歳", "65歳以上"].map((age, g) => `${year},${id},${sex},${age},${figures[s * 3 + g]}`),
        );
      }),
    );
  }

  it("is found wrong in the same lines as a small one, and takes the rest", { timeout: 60_000 }, async () => {
    await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      db(tx).deleteFrom("observation").execute(),
    );
    const rows = rowsOf();
    const change = (at: number, figure: (value: number) => number) => {
      rows[at] = rows[at]!.replace(/\d+$/, (value) => String(figure(Number(value))));
    };
    change(4, (value) => value + 1);
    change(9_000, (value) => value * 10);
    change(12_005, (value) => value - 1);
    rows.push(rows[300]!, rows[600]!.replace(/\d+$/, "7"), rows[15_000]!);
    const text = `年度,地域,性別,年齢,人口\n${rows.join("\n")}\n`;
    const small = readFile(index, text);
    if (small.refused !== undefined) throw new Error(small.refused);
    const lines = [...new Set(small.problems.map(({ line }) => line))].sort((a, b) => a - b);
    const checked = await take(text, "check");
    expect(await problemLines(checked)).toEqual(lines.slice(0, 100));
    expect(checked).toMatchObject({ counts: { rejected: lines.length } });
    expect(checked.questions.map(({ key }) => key).sort()).toEqual([...small.asked].sort());
    const answers = { far: "right", rest: "rest" };
    const taken = await take(text, "take-good", { answers });
    expect(taken).toMatchObject({
      state: "done",
      counts: { rejected: lines.length, added: small.figures.length - 2, unchanged: 2 },
    });
  });
});

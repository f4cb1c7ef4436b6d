import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas, NATION } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { db, tables, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { ImportId } from "#platform/tables/import.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { loadReferenceIndicators } from "../../dictionary/usecases.server.ts";
import { loadDemonstrationObservations } from "../demonstration/usecases.server.ts";
import type { Changes, Choices, ImportBatch } from "../schema.ts";
import { importWhole, readImport, rejectedFile, withdrawImport } from "../usecases.server.ts";

const base = testApp();
const folder = mkdtempSync(join(tmpdir(), "yui-import-test-"));
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
const OF_THE_NATION = person("administrator", "jp" as AreaId);
let names = 0;
async function fileOf(
  content: string | Buffer,
  name = `file-${names++}.csv`,
): Promise<{ path: string; name: string }> {
  const path = join(folder, `${names++}-${name}`);
  await writeFile(path, content);
  return { path, name };
}

async function take(
  content: string | Buffer,
  wish: "check" | "take" | "take-good" = "take",
  choices: Partial<Choices> = {},
) {
  const file = await fileOf(content);
  return importWhole(app, CLI, {
    ...file,
    area: NATION,
    choices: { published: false, ...choices },
    wish,
  });
}

async function observations(actor: Parameters<typeof withRows>[1] = EVERYWHERE) {
  const rows = await withRows(app.db, actor, (tx) =>
    db(tx)
      .selectFrom("observation")
      .innerJoin("indicator", "indicator.no", "observation.indicator_no")
      .select(["area_id", "code", "fiscal_year", "sex", "value", "numerator", "denominator"])
      .orderBy("area_id")
      .orderBy("indicator_no")
      .orderBy("fiscal_year")
      .orderBy("sex")
      .execute(),
  );
  return rows.map((row) => Object.values(row).join(" "));
}

const problemsOf = async ({ id }: ImportBatch) =>
  expectOk(await readImport(app, CLI, { id })).rejected.flatMap(({ line, problems }) =>
    problems.map(({ column, value, mend }) => [line, column, value, mend] as const),
  );

const HEADER = "fiscal_year,area,indicator,value\n";

describe("taking a file in", () => {
  it("reads the same from every encoding, and the same file twice changes nothing", async () => {
    const text =
      '年度,地域,指標,値\r\nＨ１９,相模原市,肥満の割合,２４．５\r\n平成20年度,浜田市,肥満の割合,"1,2"\r\n';
    const good = text.replace('"1,2"', "12");
    const first = expectOk(await take(Buffer.from(good)));
    expect(first).toMatchObject({ state: "done", encoding: "UTF-8", counts: { read: 2, added: 2 } });
    for (const [encoding, content] of [
      ["UTF-8", Buffer.from(`\uFEFF${good}`)],
      ["CP932", iconv.encode(good, "CP932")],
      ["UTF-16LE", iconv.encode(good, "UTF-16LE", { addBOM: true })],
    ] as const) {
      const again = expectOk(await take(content));
      expect(again).toMatchObject({
        state: "done",
        encoding,
        counts: { read: 2, added: 0, changed: 0, unchanged: 2 },
      });
    }
    expect(await observations()).toEqual([
      "14150 obesity_rate 2007 0 24.5  ",
      "32202 obesity_rate 2008 0 12  ",
    ]);
  });

  it("keeps counts where there are counts, and no share beside them", async () => {
    const batch = expectOk(
      await take("年度,地域,指標,分子,分母,値\n2020,14150,喫煙率,120,1000,12.0\n2020,14150,人口,,,700000\n"),
    );
    expect(batch.state).toBe("done");
    expect(await observations()).toEqual([
      "14150 population 2020 0  700000 ",
      "14150 smoking_rate 2020 0  120 1000",
    ]);
  });

  it("names line, column, value and mend of every bad row, also of line 40,002", {
    timeout: 60_000,
  }, async () => {
    const rows = Array.from({ length: 40_003 }, (_, index) => {
      const [year, sex] = [1950 + (index % 70), ["男", "女", "総数"][Math.floor(index / 70) % 3]];
      return `${year},14150,${sex},${Math.floor(index / 210)}-120,checkup_rate,${index === 40_000 ? "四十" : "40.0"}`;
    });
    const content = `年度,地域,性別,年齢,指標,受診率\n${rows.slice(0, 25_000).join("\n")}\n${rows.slice(25_000).join("\n")}\n`;
    const kept = rows.filter((row) => Number(/,(\d+)-120/.exec(row)![1]) <= 120).length;
    const batch = expectOk(await take(content, "check"));
    expect(batch).toMatchObject({ state: "ready", counts: { read: 40_003 } });
    const problem = (
      await withRows(app.db, EVERYWHERE, (tx) =>
        tables(tx)
          .selectFrom("importRejectedRow")
          .select("problems")
          .where("importId", "=", batch.id)
          .where("line", "=", 40_002)
          .execute(),
      )
    )[0]!.problems as { column: string; value: string; mend: string }[];
    expect(problem).toContainEqual({
      column: "受診率",
      value: "四十",
      mend: "数で入力してください（例 40.0）",
    });
    expect(batch.counts.rejected).toBeGreaterThanOrEqual(rows.length - kept);
    expect(await observations()).toEqual([]);
  });

  it.each([
    ["2007,どこか,obesity_rate,1", "area", "見つかりません"],
    ["1910,14150,obesity_rate,1", "fiscal_year", "年度から"],
    ["2007,14150,obesity_rate,101", "value", "100以下"],
    ["2007,14150,population,1.5", "value", "小数のない"],
    ["2007,14150,population,-5", "value", "0以上"],
    ["2007,14150,=1+1,5", "indicator", "指標"],
    ["2007,14150,abnormal_finding_rate,5", "area", "区域の種類"],
    ["2007,14150,obesity_rate", "", "見出しは4列"],
    ['2007,14150,obesity_rate,"5', "value", "引用符"],
    ["2007,141501,obesity_rate,5", "area", "検査数字"],
    ["2007,府中市,obesity_rate,5", "area", "東京都府中市、広島県府中市"],
    ["令和5年度(2022年度),14150,obesity_rate,5", "fiscal_year", "異なる年度"],
    ["2007,14150,obesity_rate,1e1", "value", "桁が省略"],
    ["2007,14150,population,5%", "value", "単位"],
    ["2007,14151,obesity_rate,5", "area", "2010年度から"],
  ])("refuses %s in column %s", async (row, column, mend) => {
    const batch = expectOk(await take(`${HEADER}2007,32202,obesity_rate,20\n${row}`));
    expect(batch).toMatchObject({ state: "ready", counts: { read: 2, rejected: 1 } });
    expect(await problemsOf(batch)).toEqual([[3, column, expect.anything(), expect.stringContaining(mend)]]);
    expect(await observations()).toEqual([]);
  });

  it("checks the era year against the fiscal year, days, and numerators", async () => {
    const era = expectOk(
      await take("fiscal_year,era_year,area,obesity_rate\n2007,H19,14150,1\n2008,H19,14150,1\n", "check"),
    );
    expect(await problemsOf(era)).toEqual([[3, "era_year", "H19", expect.stringContaining("2008")]]);
    const day = expectOk(
      await take("as_of,area,population\n2009-02-31,14150,5\n2009-01-01,14150,5\n", "check"),
    );
    expect(await problemsOf(day)).toEqual([
      [2, "as_of", "2009-02-31", expect.stringContaining("その日はありません")],
    ]);
    const over = expectOk(
      await take("年度,地域,指標,分子,分母\n2007,14150,喫煙率,11,10\n2007,14150,喫煙率,1,0\n", "check"),
    );
    expect((await problemsOf(over)).map(([line, column]) => [line, column])).toEqual([
      [2, "分子"],
      [3, "分母"],
      [3, "分子"],
    ]);
  });

  it("takes good rows only where asked, and bad ones come back defused, mended and sent again", async () => {
    const content = `${HEADER}2007,14150,obesity_rate,20\n2007,=cmd|x,obesity_rate,5\n2008,14150,obesity_rate,四十\n`;
    const batch = expectOk(await take(content, "take-good"));
    expect(batch).toMatchObject({ state: "done", counts: { added: 1, rejected: 2 } });
    const file = expectOk(await rejectedFile(app, OF_THE_NATION, { id: batch.id }));
    const text = await new Response(file.body).text();
    expect(text).toContain("'=cmd|x");
    const mended = text.replace("'=cmd|x", "32202").replace("四十", "40");
    const again = expectOk(await take(mended));
    expect(again).toMatchObject({ state: "done", counts: { read: 2, added: 2, rejected: 0 } });
    expect(await observations()).toHaveLength(3);
  });

  it("takes one of two rows that say the same, neither silently where they contradict", async () => {
    const same = expectOk(await take(`${HEADER}2007,14150,obesity_rate,20\n2007,14150,obesity_rate,20\n`));
    expect(same).toMatchObject({ state: "done", counts: { added: 1, unchanged: 1 } });
    const other = expectOk(await take(`${HEADER}2010,14150,obesity_rate,20\n2010,14150,obesity_rate,21\n`));
    expect(other).toMatchObject({ state: "ready", counts: { rejected: 2 } });
    expect(await problemsOf(other)).toEqual([
      [2, "value", "20", expect.stringContaining("2・3行目は")],
      [3, "value", "21", expect.stringContaining("2・3行目は")],
    ]);
    expect(await observations()).toHaveLength(1);
  });

  it("finds rows that contradict each other far apart in a large file", { timeout: 60_000 }, async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, index) =>
        `${1960 + (index % 60)},14150,obesity_rate,${["男", "女"][index % 2]},${Math.floor(index / 60) % 60}-${60 + (Math.floor(index / 3600) % 60)},20`,
    );
    const distinct = [...new Set(rows)];
    expect(distinct.length).toBeGreaterThan(50_000);
    const content = `年度,地域,指標,性別,年齢,値\n${distinct.join("\n")}\n${distinct[0]!.replace(/20$/, "30")}\n`;
    const checked = expectOk(await take(content, "check"));
    const taken = expectOk(await take(content, "take-good"));
    for (const batch of [checked, taken]) {
      expect(batch.counts).toMatchObject({
        // The other figures of that area and year stand beside a contradiction.
        added: distinct.length - 1000,
        changed: 0,
        unchanged: 0,
        rejected: 1001,
      });
      expect((await problemsOf(batch)).slice(0, 2)).toMatchObject([
        [2, "値", "20", expect.stringContaining(`2・${(distinct.length + 2).toLocaleString("ja")}行目は`)],
        [62, "値", "20", expect.stringContaining("同じ地域・指標・年度の他の行")],
      ]);
    }
  });
});

describe("corrections and taking back", () => {
  const history = () =>
    withRows(app.db, EVERYWHERE, (tx) =>
      db(tx)
        .selectFrom("observation_history")
        .select(["value", "import_id", "ended_by", "withdrawn"])
        .orderBy("ended_at")
        .orderBy("value")
        .execute(),
    );
  const one = (value: number) => `${HEADER}2007,14150,obesity_rate,${value}\n`;

  it("keeps what it replaces, and brings it back", async () => {
    const a = expectOk(await take(one(20)));
    const b = expectOk(await take(one(21)));
    expect((b.changes as Changes).examples).toMatchObject([
      { before: "20", after: "21", indicator: "obesity_rate" },
    ]);
    const c = expectOk(await take(one(22)));
    expect(expectOk(await withdrawImport(app, CLI, { id: b.id }))).toEqual({ removed: 0, restored: 0 });
    expect(await observations()).toEqual(["14150 obesity_rate 2007 0 22  "]);
    expect(expectOk(await withdrawImport(app, CLI, { id: c.id }))).toEqual({ removed: 1, restored: 1 });
    expect(await observations()).toEqual(["14150 obesity_rate 2007 0 20  "]);
    expect(expectOk(await withdrawImport(app, CLI, { id: a.id }))).toEqual({ removed: 1, restored: 0 });
    expect(await observations()).toEqual([]);
    const kept = (await history()).filter(({ import_id }) =>
      [a.id, b.id, c.id].includes(import_id as ImportId),
    );
    expect(kept.map(({ value, withdrawn }) => [value, withdrawn]).sort()).toEqual([
      [20, true],
      [20, true],
      [21, true],
      [22, true],
    ]);
    expect(await withdrawImport(app, CLI, { id: a.id })).toMatchObject({
      ok: false,
      error: { kind: "conflict" },
    });
  });

  it("shows in a check what the import then does", async () => {
    await take(`${HEADER}2007,14150,obesity_rate,20\n2008,14150,obesity_rate,20\n`);
    const content = `${HEADER}2007,14150,obesity_rate,20\n2008,14150,obesity_rate,21\n2009,14150,obesity_rate,22\n2010,14150,obesity_rate,四\n`;
    const checked = expectOk(await take(content, "check"));
    const taken = expectOk(await take(content, "take-good"));
    expect(checked.counts).toEqual({ read: 4, added: 1, changed: 1, unchanged: 1, rejected: 1, skipped: 0 });
    expect(taken.counts).toEqual(checked.counts);
    expect(taken.changes).toEqual(checked.changes);
  });
});

describe("two at once", () => {
  it("end as if one had come after the other", async () => {
    const rows = (value: number, years: number[]) =>
      HEADER + years.map((year) => `${year},14150,obesity_rate,${value}\n`).join("");
    const years = Array.from({ length: 60 }, (_, index) => 1960 + index);
    const [a, b] = await Promise.all([take(rows(20, years)), take(rows(21, years.toReversed()))]);
    const changed = [expectOk(a).counts, expectOk(b).counts];
    expect(changed.map(({ added }) => added).sort()).toEqual([0, 60].sort());
    expect(changed.map(({ changed: some }) => some).sort()).toEqual([0, 60].sort());
    expect(new Set((await observations()).map((row) => row.split(" ")[4])).size).toBe(1);
  });
});

describe("row-level security", () => {
  it("shows what is published or in reach, and lets nobody write out of reach", async () => {
    await take(`${HEADER}2007,14150,obesity_rate,20\n`);
    await take(`${HEADER}2007,32202,obesity_rate,20\n`, "take", { published: true });
    expect(await observations({ actor: "<visitor>", areas: [] })).toEqual(["32202 obesity_rate 2007 0 20  "]);
    expect(await observations({ actor: "u", areas: ["14150"] })).toHaveLength(2);
    const out = { actor: "u", areas: ["14150"] };
    const deleted = await withRows(app.db, out, (tx) =>
      db(tx).deleteFrom("observation").where("area_id", "=", "32202").executeTakeFirst(),
    );
    expect(deleted.numDeletedRows).toBe(0n);
    await expect(
      withRows(app.db, out, (tx) =>
        sql`insert into observation (area_id, indicator_no, fiscal_year, sex, age_band, source_no, published, import_id)
          values ('32202', 1, 2007, 0, 127, 1, true, gen_random_uuid())`.execute(db(tx)),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("the shipped figures", () => {
  it("are all taken in, once", async () => {
    expect(await loadDemonstrationObservations(app)).toEqual({ files: 3 });
    expect(await loadDemonstrationObservations(app)).toEqual({ files: 0 });
    expect(await observations({ actor: "<visitor>", areas: [] })).toHaveLength(27 + 25 + 8);
  });
});

import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction } from "#platform/db/database.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { agreementAt, type Brought, bring, csvOf, keyOf, takeIn, viewOf } from "../checkup.testing.ts";
import { checkupsToday } from "./import-waiting.queries.server.ts";
import {
  checkCheckupImport,
  takeCheckupImport,
  withdrawCheckupImport,
} from "./record-import.usecases.server.ts";

const base = testApp();
let app: App;
const AREA = "sma-32-02" as AreaId;
const analyst = person("analyst", AREA);
const HEADER = [
  "個人キー",
  "受診日",
  "生年月日",
  "性別",
  "身長",
  "収縮期血圧",
  "拡張期血圧",
  "HbA1c",
  "尿蛋白",
];
type Cells = Readonly<Record<string, string>>;
const USUAL: Cells = {
  ...{
    受診日: "2026/6/1",
    生年月日: "S50.4.2",
    性別: "1",
    身長: "170.2",
    収縮期血圧: "128",
    拡張期血圧: "80",
  },
  ...{ HbA1c: "5.4", 尿蛋白: "-" },
};
const row = (who: string, more: Cells = {}) =>
  HEADER.map((name) => ({ ...USUAL, 個人キー: keyOf(who), ...more })[name] ?? "");
const people = (count: number, more: Cells = {}) =>
  Array.from({ length: count }, (_, i) => row(`p${i}`, more));
const file = (...rows: readonly (readonly string[])[]) => csvOf(HEADER, rows);

let place: Brought & { agreement: string };
beforeAll(async () => {
  // Files of imports go to a folder of the test's own.
  const dataFolder = await mkdtemp(join(tmpdir(), "yui-checkups-"));
  app = { ...base, config: { ...base.config, dataFolder } };
  await loadReferenceAreas(app);
});
beforeEach(async () => {
  place = { app, actor: analyst, area: AREA, agreement: await agreementAt(app, analyst, AREA) };
});

/** What the role of the sensitive tier sees under that actor's scope. */
const seenBy = async <Row>(actor: Actor, query: RawBuilder<Row>): Promise<Row[]> =>
  inTransaction(app.sensitive.db, scopeOf(actor), async (tx) => (await query.execute(tx)).rows);
const counts = async (indicator = "blood_pressure") =>
  (
    await seenBy(
      analyst,
      sql<{ examined: number; found: number }>`
        select coalesce(sum(examined), 0)::int as examined, coalesce(sum(found), 0)::int as found
        from sensitive.checkup_cube where indicator = ${indicator} and agreement_id = ${place.agreement}`,
    )
  )[0]!;
const records = () =>
  seenBy(
    analyst,
    sql<{
      examDay: string;
      standing: boolean;
      counted: boolean;
      version: number;
      raw: string;
      marks: string;
    }>`
      select exam_day as "examDay", standing, counted, version, raw, marks from sensitive.checkup_record
      where agreement_id = ${place.agreement} and not withdrawn order by exam_day, version, line`,
  );

describe("an import of results", () => {
  it("needs an agreement that is in force, and the analyst of the area", async () => {
    const without = await bring({ app, actor: analyst, area: AREA }, file(row("a")));
    expect(without).toMatchObject({
      ok: false,
      error: { fields: { agreement: [expect.stringMatching(/取り決め/)] } },
    });
    const over = await agreementAt(app, analyst, AREA, { untilDay: "2026-11-21" });
    const late = await bring({ ...place, agreement: over }, file(row("a")));
    expect(late).toMatchObject({
      ok: false,
      error: { fields: { agreement: [expect.stringMatching(/有効ではありません/)] } },
    });
    const other = await bring({ ...place, actor: person("coordinator", AREA) }, file(row("a")));
    expect(other).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });

  it("says 99 and 1 of a file with one bad row in a hundred, and takes in the good ones where that is chosen", async () => {
    const id = expectOk(await bring(place, file(...people(99), row("bad", { 受診日: "15/05/20" }))));
    const { batch, rejected } = await viewOf(place, id);
    expect(batch).toMatchObject({ state: "ready", counts: { read: 100, added: 99, rejected: 1 } });
    expect(rejected[0]).toMatchObject({ line: 101, problems: [{ column: "受診日", value: "15/05/20" }] });
    expect(await takeCheckupImport(app, analyst, { id }, {})).toMatchObject({ ok: false });
    expect(await counts()).toEqual({ examined: 0, found: 0 });
    expectOk(await takeCheckupImport(app, analyst, { id }, { goodRowsOnly: "yes" }));
    expect(await counts()).toEqual({ examined: 99, found: 0 });
  });

  it("reads days as offices write them, and codes that a spreadsheet holds as text", async () => {
    const days = ["R2.5.15", "20200515", "2020/5/15", "43966"];
    await takeIn(place, file(...days.map((day, i) => row(`d${i}`, { 受診日: day, 性別: '"=""2"""' }))));
    expect((await records()).map(({ examDay }) => examDay)).toEqual(days.map(() => "2020-05-15"));
  });

  it("keeps the zero before a code that a spreadsheet holds as text", async () => {
    const codes = (industry: string, town: string) => [`"=""${industry}"""`, `"=""${town}"""`];
    const header = [...HEADER, "業種", "市区町村コード"];
    // Without its zero the code of Sapporo would be none, and its row a fault.
    const rows = [
      [...row("a"), ...codes("06", "322024")],
      [...row("b"), ...codes("06", "011002")],
    ];
    const id = await takeIn(place, csvOf(header, rows));
    expect((await viewOf(place, id)).batch).toMatchObject({
      counts: { rejected: 0 },
      apart: { elsewhere: 1 },
    });
    const kept = sql<{ industry: string; municipality: string }>`
      select industry, municipality from sensitive.checkup_record where agreement_id = ${place.agreement}`;
    expect(await seenBy(analyst, kept)).toEqual([{ industry: "06", municipality: "32202" }]);
  });

  it("goes by the age at the end of the year where the file tells it beside the age on the day", async () => {
    const header = [...HEADER.filter((name) => name !== "生年月日"), "受診時年齢", "年度末年齢"];
    const cells = row("a").filter((_, at) => HEADER[at] !== "生年月日");
    await takeIn(place, csvOf(header, [[...cells, "39", "40"]]));
    const kept = sql`
      select age_on_day as "onDay", age_at_end as "atEnd", kind from sensitive.checkup_record
      where agreement_id = ${place.agreement}`;
    expect(await seenBy(analyst, kept)).toEqual([{ onDay: 39, atEnd: 40, kind: "specific" }]);
  });

  it("keeps what was not done, could not be measured, blank and a bound as they came", async () => {
    const cells = ["未実施", "測定不能", "", "<5.0", "5.6"];
    await takeIn(place, file(...cells.map((HbA1c, i) => row(`v${i}`, { HbA1c, 受診日: `2026/6/${i + 1}` }))));
    const kept = await records();
    expect(kept.map(({ marks }) => marks[3])).toEqual(["n", "m", "b", "<", "="]);
    expect(kept.map(({ raw }) => raw.split("\u001f")[3])).toEqual(cells);
    expect(await counts("glucose")).toEqual({ examined: 2, found: 1 });
  });

  it("has two checkups of one person on two days, of which the first counts, and one of two rows alike", async () => {
    const high = { 受診日: "2026/9/1", 収縮期血圧: "150" };
    const id = await takeIn(place, file(row("a"), row("a", high), row("b"), row("b")));
    expect((await viewOf(place, id)).batch).toMatchObject({ counts: { added: 3 }, apart: { repeated: 1 } });
    expect((await records()).map(({ counted }) => counted)).toEqual([true, true, false]);
    expect(await counts()).toEqual({ examined: 2, found: 0 });
  });

  it("holds two rows of one person and day that say different things", async () => {
    const id = expectOk(await bring(place, file(row("a"), row("a", { 収縮期血圧: "150" }), row("b"))));
    const { batch, rejected } = await viewOf(place, id);
    expect(batch.counts).toMatchObject({ added: 1, rejected: 2 });
    expect(rejected.map(({ line, problems }) => [line, problems[0]!.mend.slice(0, 7)])).toEqual([
      [2, "同じ人・同じ受"],
      [3, "同じ人・同じ受"],
    ]);
  });

  it.each([
    ["first", { examined: 2, found: 0 }],
    ["last", { examined: 2, found: 1 }],
    ["leave", { examined: 1, found: 0 }],
  ] as const)("asks which of them counts: %s", async (answer, expected) => {
    const text = file(row("a"), row("a", { 収縮期血圧: "150" }), row("b"));
    const id = expectOk(await bring(place, text));
    const { batch } = await viewOf(place, id);
    expect(batch.questions).toMatchObject([{ key: "different-rows", places: 2 }]);
    expectOk(await checkCheckupImport(app, analyst, { id }, { "answer-different-rows": answer }));
    const goodRowsOnly = answer === "leave" ? { goodRowsOnly: "yes" } : {};
    expectOk(await takeCheckupImport(app, analyst, { id }, goodRowsOnly));
    expect(await counts()).toEqual(expected);
  });

  it("knows twins by their own keys, and a person by the same key under another name", async () => {
    await takeIn(place, file(row("twin one"), row("twin two")));
    expect(await counts()).toEqual({ examined: 2, found: 0 });
    await takeIn(place, file(row("twin one", { 受診日: "2026/7/1" })));
    expect(await counts()).toEqual({ examined: 2, found: 0 });
  });

  it("makes a correction a new version, moves the counts by just that, and changes nothing by the same file", async () => {
    const first = file(...people(30), row("a"));
    await takeIn(place, first);
    const corrected = await takeIn(place, file(...people(30), row("a", { 収縮期血圧: "150" })));
    expect((await viewOf(place, corrected)).batch.counts).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 30,
    });
    expect(await counts()).toEqual({ examined: 31, found: 1 });
    expect((await records()).filter(({ standing }) => !standing)).toMatchObject([{ version: 1 }]);
    const again = await takeIn(place, file(...people(30), row("a", { 収縮期血圧: "150" })));
    expect((await viewOf(place, again)).batch.counts).toMatchObject({ added: 0, changed: 0, unchanged: 31 });
    expect(await counts()).toEqual({ examined: 31, found: 1 });
    expectOk(await withdrawCheckupImport(app, analyst, { id: corrected }));
    expect(await counts()).toEqual({ examined: 31, found: 0 });
  });

  it("takes in again what was taken back before", async () => {
    const text = file(row("a"), row("b"));
    const id = await takeIn(place, text);
    expectOk(await withdrawCheckupImport(app, analyst, { id }));
    expect(await counts()).toEqual({ examined: 0, found: 0 });
    const again = await takeIn(place, text);
    expect((await viewOf(place, again)).batch.counts).toMatchObject({ added: 2, rejected: 0 });
    expect(await counts()).toEqual({ examined: 2, found: 0 });
  });

  it("keeps of an employer what the law has on the day of the checkup, where the law is the ground", async () => {
    const agreement = await agreementAt(app, analyst, AREA, { kind: "employer", ground: "law" });
    const consent = await agreementAt(app, analyst, AREA, { kind: "employer", ground: "consent" });
    const text = csvOf([...HEADER, "クレアチニン"], [[...row("a"), "0.8"]]);
    for (const [one, kept] of [
      [agreement, ""],
      [consent, "0.8"],
    ] as const) {
      place = { ...place, agreement: one };
      await takeIn(place, text);
      expect((await records())[0]!.raw.split("\u001f").at(-1)).toBe(kept);
    }
  });

  it("takes a whole import back, and what came to count only by it", async () => {
    await takeIn(place, file(row("a", { 受診日: "2026/9/1", 収縮期血圧: "150" })));
    const earlier = await takeIn(place, file(row("a"), row("b")));
    expect(await counts()).toEqual({ examined: 2, found: 0 });
    expectOk(await withdrawCheckupImport(app, analyst, { id: earlier }));
    expect(await counts()).toEqual({ examined: 1, found: 1 });
  });
});

describe("values that can't be", () => {
  it("are refused by line: a height under the name of a blood pressure", async () => {
    const id = expectOk(
      await bring(place, file(...people(99), row("x", { 収縮期血圧: "170.2", 拡張期血圧: "65.3" }))),
    );
    const { batch, rejected } = await viewOf(place, id);
    expect(batch.counts).toMatchObject({ added: 99, rejected: 1 });
    expect(rejected[0]!.problems).toMatchObject([
      { column: "収縮期血圧", mend: expect.stringMatching(/別の項目/) },
    ]);
  });

  it("stop the file where more than one row in a hundred has them, and nothing of it stays", async () => {
    const wrong = Array.from({ length: 3 }, (_, i) => row(`x${i}`, { 身長: "17.2" }));
    const id = expectOk(await bring(place, file(...people(99), ...wrong)));
    const { batch, rejected } = await viewOf(place, id);
    expect(batch).toMatchObject({ state: "failed", problem: expect.stringMatching(/1%を超えています/) });
    expect(rejected).toHaveLength(3);
    expect(await records()).toEqual([]);
  });

  it("are asked about where they are only odd, and left out or taken as answered", async () => {
    const text = file(...people(9), row("x", { HbA1c: "15.1" }));
    const id = expectOk(await bring(place, text));
    const { batch } = await viewOf(place, id);
    expect(batch.questions).toMatchObject([{ key: "odd-hba1c", places: 1 }]);
    const address = `/checkup-imports/${id}`;
    const waiting = async (actor: Actor) =>
      expectOk(await checkupsToday(app, actor, {})).map(({ action }) => action.to);
    expect(await waiting(analyst)).toContain(address);
    expect(await waiting(person("analyst", "sma-32-03" as AreaId))).not.toContain(address);
    expect(await takeCheckupImport(app, analyst, { id }, {})).toMatchObject({ ok: false });
    await takeIn(place, text, "leave");
    expect(await counts("glucose")).toEqual({ examined: 9, found: 0 });
  });

  it("are asked about where the means of the same provider moved since last year", async () => {
    const spread = (day: string, more: number) =>
      Array.from({ length: 40 }, (_, i) =>
        row(`p${i}`, { 受診日: day, 収縮期血圧: String(110 + (i % 20) + more) }),
      );
    await takeIn(place, file(...spread("2025/6/1", 0)));
    const usual = expectOk(await bring(place, file(...spread("2026/6/1", 1))));
    expect((await viewOf(place, usual)).batch.questions).toEqual([]);
    const moved = expectOk(await bring(place, file(...spread("2026/6/1", 12))));
    expect((await viewOf(place, moved)).batch.questions).toMatchObject([{ key: "drift-sbp" }]);
  });
});

describe("a file that tells who somebody is", () => {
  it("is refused with the way to mend it, by a column's name or by what stands in it", async () => {
    for (const [name, cell] of [
      ["カナ氏名", "ミホン イチロウ"],
      ["証番号", "123"],
      ["備考", "ミホン　イチロウ"],
    ]) {
      const text = csvOf(
        [...HEADER, name!],
        [
          [...row("a"), cell!],
          [...row("b"), cell!],
        ],
      );
      const refused = await bring(place, text);
      expect(refused).toMatchObject({
        ok: false,
        error: { fields: { file: [expect.stringMatching(/個人を特定できる列/)] } },
      });
    }
  });

  it("is given up where a name stands further down, and nothing of it stays", async () => {
    const rows = [...people(40).map((cells) => [...cells, ""]), [...row("z"), "ミホン イチロウ"]];
    const id = expectOk(await bring(place, csvOf([...HEADER, "カナ氏名"], rows)));
    expect((await viewOf(place, id)).batch).toMatchObject({
      state: "failed",
      problem: expect.stringMatching(/カナ氏名/),
    });
    expect(await records()).toEqual([]);
  });
});

describe("the second wall", () => {
  it("shows no record to the serving role without the analyst's scope, also to who reaches all areas", async () => {
    await takeIn(place, file(row("a")));
    const all = sql<{ n: number }>`select count(*)::int as n from sensitive.checkup_record`;
    expect((await seenBy(analyst, all))[0]!.n).toBeGreaterThan(0);
    for (const actor of [
      person("coordinator", AREA),
      person("caseworker", AREA),
      person("analyst", "14150" as AreaId, { reach: [AREA] }),
      { kind: "service", name: "import" } as const,
      { kind: "visitor" } as const,
    ]) {
      for (const table of ["checkup_record", "checkup_cube", "checkup_column"])
        expect(await seenBy(actor, sql`select 1 from ${sql.table(`sensitive.${table}`)}`)).toEqual([]);
    }
    await expect(app.pool.query("select 1 from sensitive.checkup_record")).rejects.toThrow(
      /permission denied/,
    );
    const imports = sql`select 1 from sensitive.import_batch where kind = 'checkups'`;
    expect(await seenBy(person("coordinator", AREA), imports)).toEqual([]);
    const { rows } = await app.pool.query("select 1 from public.import_batch where kind = 'checkups'");
    expect(rows).toEqual([]);
  });

  it("keeps what imports remember of these files in tables of the same columns as the common ones", async () => {
    const columnsOf = async (schema: string) =>
      (
        await app.pool.query<{ name: string }>(
          `select relname || '.' || attname || ' ' || atttypid::regtype as name from pg_attribute
             join pg_class on pg_class.oid = attrelid
           where relnamespace = $1::regnamespace and attnum > 0 and not attisdropped
             and relname in ('import_batch', 'import_rejected_row', 'import_change') order by 1`,
          [schema],
        )
      ).rows.map(({ name }) => name);
    const common = await columnsOf("public");
    expect(common.length).toBeGreaterThan(20);
    expect(await columnsOf("sensitive")).toEqual(common);
  });
});

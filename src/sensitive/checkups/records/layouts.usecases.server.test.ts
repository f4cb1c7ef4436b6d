import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import writeXlsx from "write-excel-file/node";
import { scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { inTransaction } from "#platform/db/database.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { fileWith } from "#test/file.ts";
import { person } from "#test/person.ts";
import { agreementAt, bring, keyOf, takeIn, viewOf } from "../checkup.testing.ts";
import { hashFile } from "../hashing/hash-file.usecases.server.ts";

const base = testApp();
let app: App;
const AREA = "sma-32-02" as AreaId;
const analyst = person("analyst", AREA);
const SECRET = "見本の鍵　十六文字より長い";

beforeAll(async () => {
  app = { ...base, config: { ...base.config, dataFolder: await mkdtemp(join(tmpdir(), "yui-layouts-")) } };
  await loadReferenceAreas(app);
});

const placeOf = async () => ({
  ...{ app, actor: analyst, area: AREA },
  agreement: await agreementAt(app, analyst, AREA, { kind: "employer", ground: "entrustment" }),
});
/** What the provider's own command makes of its file. */
async function hashed(bytes: Uint8Array, name: string): Promise<Buffer> {
  const path = await fileWith(bytes, name);
  const out = join(await mkdtemp(join(tmpdir(), "yui-hashed-")), "out.csv");
  expectOk(await hashFile(path, out, SECRET));
  return readFile(out);
}
const kept = async (agreement: string) =>
  inTransaction(app.sensitive.db, scopeOf(analyst), async (tx) => {
    const { rows } = await sql<{ item: string; raw: string[] }>`
      select item, array_agg(cell order by line) as raw from (
        select record.line, col.item,
          split_part(record.raw, chr(31), row_number() over (partition by record.line order by col.position)::int) as cell
        from sensitive.checkup_record record
        join sensitive.checkup_column col using (area_id, import_id)
        where record.agreement_id = ${agreement}::uuid) as cells
      group by item`.execute(tx);
    return Object.fromEntries(rows.map(({ item, raw }) => [item, raw]));
  });

const PEOPLE = [
  ["123", "1", "見本　一郎", "ミホン イチロウ", "1", "S50.4.2"],
  ["123", "2", "見本　花子", "ミホン ハナコ", "2", "S51.5.3"],
];

describe("the layouts in use", () => {
  it("take the book of a health insurance society: names of two lines, an example, an empty first column", async () => {
    const place = await placeOf();
    const head = ["", "個人キー", "受診日", "性別", "生年月日", "血圧(収縮期)", "血圧(拡張期)", "HDL・CO"];
    const lines = [
      ["", "健診結果"],
      ["", "個人情報等", "", "", "", "必須項目", "", "", "", "", "質問票"],
      [...head, "随時中性脂肪", "尿糖", "質問8"],
      ["", "", "", "", "", "mmHg", "mmHg", "mg/dL", "mg/dL", "", "たばこ"],
      ["", "例", "2026/5/1", "1", "1970/1/1", "120", "80", "60", "100", "-", "2"],
      ["", keyOf("a"), "2026/6/1", "1", "1975/4/2", "131", "84", "55", "<20", "+-", "1"],
      ["", keyOf("b"), "2026/6/2", "2", "1976/5/3", "118", "70", "62", "180", "-", "2"],
    ];
    const book = await writeXlsx(
      lines.map((cells) => cells.map((value) => (value === "" ? null : { value }))),
    ).toBuffer();
    const id = expectOk(await bring(place, book, "kekka.xlsx"));
    const { batch } = await viewOf(place, id);
    expect(batch.mapping!.map(({ role }) => role)).toEqual(
      "ignore person_key exam_day sex birth sbp dbp hdl tg_casual urine_glucose q8".split(" "),
    );
    expect(batch.counts).toMatchObject({ added: 2, rejected: 0 });
  });

  it("take a clinic's table of tabs: three lines of names, two HbA1c, a name that stands twice", async () => {
    const place = await placeOf();
    const names = ["保険証記号", "保険証番号", "氏名漢字", "氏名カナ", "性別", "生年月日", "受診日"];
    const items = [
      "収縮期血圧(その他)",
      "拡張期血圧(その他)",
      "HbA1c",
      "HbA1c(NGSP)",
      "尿糖",
      "総合判定",
      "尿糖",
    ];
    const header = [...names, ...items];
    const lines = [
      header.map((_, i) => `knk.col_${i}`),
      header.map((_, i) => `検査コード${String(i).padStart(3, "0")}`),
      header,
      ...PEOPLE.map((who) => [...who, "R8.6.1", "128", "76", "5.2", "5.6", "1+", "B (放置可)", ""]),
    ];
    const text = lines.map((cells) => cells.join("\t")).join("\r\n");
    const out = await hashed(iconv.encode(text, "cp932"), "kenshin.txt");
    await takeIn(place, out);
    expect(await kept(place.agreement)).toMatchObject({
      hba1c: ["5.6", "5.6"],
      hba1c_jds: ["5.2", "5.2"],
      urine_glucose: ["1+", "1+"],
      overall: ["B (放置可)", "B (放置可)"],
    });
  });

  it("take an employer's 540 columns with marks of their places, and refuse a row that has slipped", async () => {
    const place = await placeOf();
    const names = ["保険証記号", "保険証番号", "漢字氏名", "カナ氏名", "性別", "生年月日", "受診日"];
    const items = [
      "身長",
      "(予備)1",
      "カンマ位置(10)",
      "収縮期血圧(報告値)",
      "拡張期血圧(報告値)",
      "(予備)2",
    ];
    const header = [...names, ...items, "[Met]習慣的喫煙", "カンマ位置(15)"];
    const result = ["20260601", "170.2", "", "@", "131", "84", "", "1", "@"];
    const slipped = ["20260601", "170.2", "@", "131", "84", "", "1", "@", ""];
    const rows = [
      [...PEOPLE[0]!, ...result],
      [...PEOPLE[1]!, ...slipped],
    ];
    const text = [header, ...rows].map((cells) => cells.join(",")).join("\r\n");
    const out = await hashed(iconv.encode(text, "cp932"), "kenshin.csv");
    const id = expectOk(await bring(place, out));
    const { batch, rejected } = await viewOf(place, id);
    expect(batch.counts).toMatchObject({ read: 2, added: 1, rejected: 1 });
    expect(rejected[0]!.problems[0]!.mend).toContain("カンマ位置");
  });

  it("take 97 columns in a fixed order, and remember what somebody made of a column they did not know", async () => {
    const place = await placeOf();
    const names = ["事業所記号", "証番号", "漢字氏名", "カナ氏名", "性別", "生年月日", "受診日"];
    const header = [...names, "OP 01", "中性脂肪", "HDL・CO", "たばこ", "指導受診意思"];
    const text = [header, ...PEOPLE.map((who) => [...who, "2023/6/1", "", "155", "48", "2", "1"])]
      .map((cells) => cells.join(","))
      .join("\n");
    await takeIn(place, await hashed(Buffer.from(text), "97.csv"));
    // Question 22 asked for the wish then: kept, and counted as nothing.
    expect(await kept(place.agreement)).toMatchObject({ q22: ["1", "1"], tg_fasting: ["155", "155"] });
  });

  it("do not take a file that nobody has hashed, and leave nothing of it", async () => {
    const place = await placeOf();
    const header = ["保険証記号", "保険証番号", "漢字氏名", "カナ氏名", "性別", "生年月日", "受診日", "身長"];
    const text = [header, ...PEOPLE.map((who) => [...who, "2026/6/1", "170"])]
      .map((c) => c.join(","))
      .join("\n");
    expect(await bring(place, text)).toMatchObject({
      ok: false,
      error: { fields: { file: [expect.anything()] } },
    });
    const file = await fileWith(Buffer.from(text), "x.csv");
    await writeFile(file, await hashed(Buffer.from(text), "y.csv"));
    const again = await hashed(Buffer.from(text.replace("ミホン ハナコ", "ミホン　ﾊﾅｺ")), "z.csv");
    expect(again).toEqual(await readFile(file));
  });
});

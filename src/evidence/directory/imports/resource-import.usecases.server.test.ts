import { writeFile } from "node:fs/promises";
import iconv from "iconv-lite";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { fileWith } from "#test/file.ts";
import { person } from "#test/person.ts";
import { addResource, listResources } from "../entries/resource.usecases.server.ts";
import { RESOURCE_LIST } from "../entries/resource-list.present.ts";
import { findResources } from "../find/find.queries.server.ts";
import { readFind } from "../find/find.schema.ts";
import { refreshDirectory } from "../find/index.commands.server.ts";
import { unlistResource, withdrawResource } from "../owners/owner.usecases.server.ts";
import { loadTownPoints } from "../system/town-point.commands.server.ts";
import {
  importResources,
  readResourceImport,
  withdrawResourceImport,
} from "./resource-import.usecases.server.ts";

const app = testApp();
const area = "sma-32-02" as AreaId;
const clerk = person("coordinator", area);

async function take(text: string, forAll: Record<string, string> = {}, encoding = "utf8") {
  const path = await fileWith("");
  await writeFile(path, iconv.encode(text, encoding));
  const done = expectOk(
    await importResources(app, clerk, {
      area,
      path,
      name: "一覧.csv",
      choices: { forAll },
      wish: "take-good",
    }),
  );
  const { rejected } = expectOk(await readResourceImport(app, clerk, { area, id: done.id }));
  await refreshDirectory(app);
  return {
    id: done.id,
    counts: done.counts,
    mends: rejected.flatMap(({ problems }) => problems.map(({ mend }) => mend)),
  };
}
const list = async (q: string) =>
  expectOk(
    await listResources(app, clerk, { area, list: readList(RESOURCE_LIST, new URLSearchParams({ q })) }),
  ).rows;
const find = async (q: string) =>
  expectOk(await findResources(app, VISITOR, { area: "hamada", asked: readFind(new URLSearchParams({ q })) }))
    .rows;

const OLD_HEAD =
  "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,緯度,経度,電話番号,診療曜日,診療開始時間,診療終了時間,診療日時特記事項,診療科目,URL,備考";
const oldRow = (no: number, name: string, more: { place?: string; phone?: string; notes?: string } = {}) =>
  `322024,${no},島根県,浜田市,${name},ミホンイイン,診療所,見本町${no},,${more.place ?? "34.9,132.1"},${more.phone ?? `0855-70-000${no}`},月火水木金,9:00,17:30,${more.notes ?? "第2土曜は休診"},内科、禁煙外来,https://example.jp/,`;

beforeAll(() => loadReferenceAreas(app));

describe("a list of facilities", () => {
  it("takes the list of public health centres by its own heads", async () => {
    const head = "保健所名,郵便番号,保健所所在地,電話番号,FAX番号";
    const { counts, mends } = await take(
      `${head}\n見本保健所,697-0041,島根県浜田市片庭町254,0855-29-5537,0855-22-7009\n`,
      { kind: "相談窓口" },
    );
    expect([counts, mends]).toMatchObject([{ added: 1, rejected: 0 }, []]);
    const [one] = await find("見本保健所");
    expect(one).toMatchObject({ phone: "0855-29-5537", fax: "0855-22-7009", kind: "window" });
  });

  it("puts what is typed without a place where the operator's table has its town", async () => {
    const town = { municipality: "32202", name: "片庭町", latitude: 34.8881, longitude: 132.0721 };
    expectOk(await loadTownPoints(app, service("cli"), {}, { towns: [town] }));
    const typed = { kind: "window", fee: "free", residence: "any", listed: "true", checked: "true" };
    const at = { name: "片庭町の見本窓口", address: "浜田市片庭町254", municipality: "32202" };
    expectOk(await addResource(app, clerk, { area }, { ...typed, ...at }));
    const [one] = await find(at.name);
    expect(one).toMatchObject({ place: { latitude: 34.8881, longitude: 132.0721 } });
  });

  it("keeps beside each name how the database would fold it, also with signs that COPY knows", async () => {
    const names = ["㈱見本 クリニック", "ﾐﾎﾝ歯科", "Mihon‐CLINIC", "髙﨑内科〜分院", "（医）見本会\\\\N病院"];
    const { counts } = await take([OLD_HEAD, ...names.map((name, at) => oldRow(70 + at, name))].join("\n"));
    expect(counts.added).toBe(names.length);
    const rows = await withRows(app.db, { actor: "<test>", areas: "all" }, async (access) =>
      sql<{ name: string }>`select name from directory_resource where name_key = yui_folded(name)
        and source_key = any(${names.map((_, at) => String(70 + at))})`.execute(db(access)),
    );
    expect(rows.rows.map(({ name }) => name).sort()).toEqual(
      names.map((name) => name.normalize("NFC")).sort(),
    );
  });

  it("of the older municipal standard in CP932: hours, department and place are read, notes are shown", async () => {
    const { counts, mends } = await take([OLD_HEAD, oldRow(1, "見本内科")].join("\n"), {}, "cp932");
    expect([counts.added, mends]).toEqual([1, []]);
    const found = (await find("禁煙外来 月曜")).find(({ name }) => name === "見本内科");
    expect(found).toMatchObject({ name: "見本内科", phone: "0855-70-0001", kindName: "診療所" });
    expect(found!.hours.join()).toContain("月・火・水・木・金 09:00～17:30");
    expect(found!.hours.join()).toContain("第2土曜は休診");
    expect(found!.place).toEqual({ latitude: 34.9, longitude: 132.1 });
  });

  it("reports changed coordinates, and takes the rest", async () => {
    const { counts, mends } = await take(
      [OLD_HEAD, oldRow(2, "逆の医院", { place: "132.1,34.9" }), oldRow(3, "正しい医院")].join("\n"),
    );
    expect([counts.added, counts.rejected]).toEqual([1, 1]);
    expect(mends[0]).toContain("緯度と経度が逆です");
    expect(await list("逆の医院")).toEqual([]);
  });

  it("of the ministry and of the newer standard, by their own heads; what lies elsewhere is passed over", async () => {
    const ministry = await take(
      [
        "ID,正式名称,正式名称（フリガナ）,機関区分,都道府県コード,市区町村コード,所在地,所在地座標（緯度）,所在地座標（経度）,案内用ホームページアドレス",
        "3210000001,見本総合病院,ミホンソウゴウビョウイン,1,32,202,島根県浜田市浅井町1,34.89,132.07,https://example.jp/",
        "3210000002,松江の病院,マツエ,1,32,201,島根県松江市殿町1,35.46,133.05,",
      ].join("\n"),
    );
    expect([ministry.counts.added, ministry.counts.skipped]).toEqual([1, 1]);
    const standard = await take(
      [
        "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,所在地_全国地方公共団体コード,所在地_連結表記,緯度,経度,電話番号,利用可能曜日,開始時間,終了時間,URL",
        "322024,9,浜田市,見本体育室,ミホンタイイクシツ,322024,島根県浜田市黒川町1,34.89,132.08,0855-70-0009,土日,9:00,21:00,",
      ].join("\n"),
      { kind: "運動施設" },
    );
    expect(standard.counts.added).toBe(1);
    expect((await list("見本体育室"))[0]).toMatchObject({ kind: "exercise" });
  });

  it("taken again changes nothing; a change is taken back with its import, what it added ends", async () => {
    const file = [OLD_HEAD, oldRow(5, "二度の医院")].join("\n");
    await take(file);
    const again = await take(file);
    expect([again.counts.added, again.counts.changed, again.counts.unchanged]).toEqual([0, 0, 1]);
    const changed = await take(
      [OLD_HEAD, oldRow(5, "二度の医院", { phone: "0855-79-9999" }), oldRow(6, "新しい医院")].join("\n"),
    );
    expect([changed.counts.added, changed.counts.changed]).toEqual([1, 1]);
    expectOk(await withdrawResourceImport(app, clerk, { area, id: changed.id }));
    expect((await list("二度の医院"))[0]).toMatchObject({ phone: "0855-70-0005", state: "listed" });
    expect((await list("新しい医院"))[0]).toMatchObject({ state: "withdrawn" });
  });

  it("taken back by mistake lists again what it listed, and ends it again when that is taken back", async () => {
    const file = [OLD_HEAD, oldRow(8, "戻る医院")].join("\n");
    const first = await take(file);
    const [one] = await list("戻る医院");
    expectOk(await withdrawResourceImport(app, clerk, { area, id: first.id }));
    const again = await take(file);
    expect([again.counts.added, again.counts.changed]).toEqual([0, 1]);
    expect(await list("戻る医院")).toMatchObject([{ id: one!.id, state: "listed" }]);
    expect(await find("戻る医院")).toHaveLength(1);
    expectOk(await withdrawResourceImport(app, clerk, { area, id: again.id }));
    await refreshDirectory(app);
    expect((await list("戻る医院"))[0]).toMatchObject({ state: "withdrawn" });
    expect(await find("戻る医院")).toEqual([]);
  });

  it("does not bring back what somebody ended", async () => {
    const file = [OLD_HEAD, oldRow(9, "終わった医院")].join("\n");
    await take(file);
    const [one] = await list("終わった医院");
    expectOk(await withdrawResource(app, clerk, { area, id: one!.id }, { reason: "閉院" }));
    expect((await take(file)).counts.unchanged).toBe(1);
    expect((await list("終わった医院"))[0]).toMatchObject({ state: "withdrawn" });
  });

  it("does not bring back what its owner wanted in no list", async () => {
    const file = [OLD_HEAD, oldRow(7, "載せない医院")].join("\n");
    await take(file);
    const [one] = await list("載せない医院");
    expectOk(await unlistResource(app, clerk, { area, id: one!.id }, { reason: "希望" }));
    const again = await take([OLD_HEAD, oldRow(7, "載せない医院", { phone: "0855-79-0007" })].join("\n"));
    expect([again.counts.added, again.counts.changed, again.counts.unchanged]).toEqual([0, 0, 1]);
    expect((await list("載せない医院"))[0]).toMatchObject({ state: "unlisted", phone: "0855-70-0007" });
    expect(await find("載せない医院")).toEqual([]);
  });
});

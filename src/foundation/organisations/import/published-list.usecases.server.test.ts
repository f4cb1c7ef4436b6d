import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { listResponse } from "#platform/lists/list-file.ts";
import { testApp } from "#test/app.ts";
import { fileWith } from "#test/file.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { exportColumns } from "../export/present.ts";
import { exportOrganisations } from "../export/usecases.server.ts";
import { addOrganisation } from "../form/usecases.server.ts";
import { ORGANISATION_LIST } from "../list/present.ts";
import { foldedName } from "../name.rules.ts";
import { browseOrganisations, listOrganisations } from "../usecases.server.ts";
import {
  importOrganisations,
  listAreaOf,
  readOrganisationImport,
  restoreOrganisationImport,
  withdrawOrganisationImport,
} from "./usecases.server.ts";

const app = testApp();
const HAMADA = "sma-32-02" as AreaId;
const MASUDA = "sma-32-04" as AreaId;
const clerk = person("coordinator", HAMADA);
const CLI = service("cli");

async function take(text: string, forAll: Record<string, string> = {}, actor: Actor = clerk) {
  const done = expectOk(
    await importOrganisations(app, actor, {
      area: actor === CLI ? ("jp" as AreaId) : listAreaOf(actor),
      path: await fileWith(text),
      name: "一覧.csv",
      choices: { forAll },
      wish: "take-good",
    }),
  );
  const { rejected } = expectOk(await readOrganisationImport(app, actor, { id: done.id }));
  const mends = rejected.flatMap(({ problems }) => problems.map(({ column, mend }) => `${column}: ${mend}`));
  return { id: done.id, counts: done.counts, mends };
}
const named = async (name: string) =>
  (await withPermit(app, CLI, (work) => listOrganisations(work))).filter((one) => one.name === name);

beforeAll(() => loadReferenceAreas(app));

describe("a facility list as it was published", () => {
  it("of the municipal standard, older form: area by the address, sector by the kind", async () => {
    const { counts, mends } = await take(
      [
        "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,緯度,経度,電話番号,内線番号,FAX番号,法人番号,URL,備考",
        "322024,1,島根県,浜田市,見本東病院,ﾐﾎﾝﾋｶﾞｼﾋﾞｮｳｲﾝ,病院,島根県浜田市見本町１,,34.9,132.1,0855-70-0001（代）,,－,,https://example.jp/,",
        "322024,2,島根県,浜田市,見本東薬局,ミホンヒガシヤッキョク,薬局,見本町２,,34.9,132.1,0855-70-0002・0003,,,,,",
      ].join("\n"),
    );
    expect(mends).toEqual([]);
    expect(counts).toMatchObject({ added: 2, rejected: 0 });
    expect(await named("見本東病院")).toMatchObject([
      {
        areaId: HAMADA,
        sector: "hospital",
        kana: "ミホンヒガシビョウイン",
        phone: "0855-70-0001",
        fax: "",
        website: "https://example.jp/",
      },
    ]);
    expect(await named("見本東薬局")).toMatchObject([{ sector: "pharmacy", phone: "0855-70-0002・0003" }]);
  });

  it("of the municipal standard, newer form: area by the code of its own columns", async () => {
    const { counts, mends } = await take(
      [
        "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,緯度,経度,電話番号,連絡先メールアドレス,郵便番号",
        "320005,1,島根県,見本西診療所,ミホンニシシンリョウショ,322075,,江津市見本町３,島根県,江津市,35.0,132.2,0855-70-0004,,〒695-0001",
        "320005,2,島根県,見本南診療所,ミホンミナミシンリョウショ,322041,,益田市見本町４,島根県,益田市,34.6,131.8,0856-70-0005,,698-0001",
      ].join("\n"),
      { sector: "診療所" },
    );
    expect(mends).toEqual([]);
    // What lies in another's area is passed over.
    expect(counts).toMatchObject({ added: 1, skipped: 1, rejected: 0 });
    expect(await named("見本西診療所")).toMatchObject([{ areaId: HAMADA, postalCode: "695-0001" }]);
  });

  it("of the ministry, by the command line: codes in two columns, kinds by number, home in the area that was said", async () => {
    const file = [
      "ID,正式名称,正式名称（フリガナ）,略称,英語表記（ローマ字表記）,機関区分,都道府県コード,市区町村コード,所在地,所在地座標（緯度）,所在地座標（経度）,案内用ホームページアドレス",
      '"0132202000001","見本北医院","ミホンキタイイン",,,"2","32","202","島根県浜田市見本町５",,,',
      '"0114150000002","見本遠医院","ミホントオイイン",,,"2","14","151","神奈川県相模原市緑区見本６",,,',
    ].join("\n");
    expect(await take(file, { areaId: "浜田圏域" }, CLI)).toMatchObject({
      counts: { added: 1, skipped: 1 },
      mends: [],
    });
    expect(await named("見本北医院")).toMatchObject([{ areaId: HAMADA, sector: "hospital" }]);
    expect((await take(file, {}, CLI)).counts).toMatchObject({ added: 2 });
    expect(await named("見本遠医院")).toMatchObject([{ areaId: "14150" }]);
  });

  it("of a city: kind, official name and an address that begins with the ward or the county", async () => {
    const file = [
      "施設区分,施設正式名称,郵便番号,所在地,電話番号,開設者名",
      "病院,見本中央病院,252-0231,相模原市中央区見本１丁目,042-700-0001,医療法人　見本会",
      "病院,見本山病院,696-0001,島根県邑智郡邑南町見本１,0855-70-0006,邑南町",
    ].join("\n");
    expect(await take(file, {}, CLI)).toMatchObject({ counts: { added: 2 }, mends: [] });
    expect(await named("見本中央病院")).toMatchObject([{ areaId: "14150" }]);
    expect(await named("見本山病院")).toMatchObject([{ areaId: "32449" }]);
  });
});

it.each([
  ["a title without commas above", "医療機関一覧\n\n名称,分野,所在地域\n見本題医院,病院,浜田圏域\n"],
  ["the line that Excel understands", "sep=,\n名称,分野,所在地域\n見本区切り医院,病院,浜田圏域\n"],
])("takes a list with %s", async (_name, file) => {
  expect(await take(file)).toMatchObject({ counts: { added: 1 }, mends: [] });
});

describe("one name", () => {
  it.each([
    ["見本～会", "見本〜会"],
    ["見本－会", "見本−会"],
    ["見本ｻﾎﾟｰﾄ会", "見本サポート会"],
    ["見本病院Ａ", "見本病院 A"],
    ["㈱見本", "株式会社見本"],
    ["見本髙崎会", "見本高崎会"],
    ["見本葛\u{E0100}城会", "見本葛城会"],
  ])("%s is the same as %s, in one file, in the next, in the form and in the search", async (one, other) => {
    const head = "名称,分野,所在地域";
    const row = (name: string) => `${name},NPO・ボランティア,浜田圏域`;
    expect((await take([head, row(one), row(other)].join("\n"))).mends).toEqual([
      "名称: 2行目と同じ機関です。いずれかを削除してください。",
    ]);
    expect((await take([head, row(other)].join("\n"))).counts).toMatchObject({ added: 0, unchanged: 1 });
    const form = { name: other, sector: "npo" };
    expect(await addOrganisation(app, clerk, { area: HAMADA }, form)).toMatchObject({
      error: { kind: "invalid", fields: { name: [expect.any(String)] } },
    });
    const list = readList(ORGANISATION_LIST, new URLSearchParams({ q: other }));
    expect(expectOk(await browseOrganisations(app, clerk, { list })).rows.map(({ name }) => name)).toEqual([
      one,
    ]);
    const [folded] = await withPermit(app, CLI, (work) => listOrganisations(work, { text: foldedName(one) }));
    expect(folded?.name).toBe(one);
  });
});

it("asks about a telephone number that has lost its zero, and puts it back where that was said", async () => {
  const file = "名称,分野,所在地域,電話\n見本ゼロ会,NPO・ボランティア,浜田圏域,855700007\n";
  expect((await take(file)).mends).toEqual([expect.stringContaining("先頭の0")]);
  expect(await take(file, { lostZero: "補う" })).toMatchObject({ counts: { added: 1 }, mends: [] });
  expect(await named("見本ゼロ会")).toMatchObject([{ phone: "0855700007" }]);
  const form = { name: "見本ゼロ会二", sector: "npo", phone: "855700007" };
  expect(await addOrganisation(app, clerk, { area: HAMADA }, form)).toMatchObject({
    error: { fields: { phone: [expect.stringContaining("先頭の0")] } },
  });
});

it("shows the list of sectors for a word that it does not know, and names the area to write for a city", async () => {
  const { mends } = await take("名称,分野,所在地域\n見本甲,何か,浜田圏域\n見本乙,病院,浜田市\n");
  expect(mends).toEqual([
    expect.stringMatching(/^分野: .*病院・診療所、薬局/),
    expect.stringMatching(/^所在地域: .*「浜田圏域」/),
  ]);
});

it("leaves what its reader could not see as it is, when the file of the list comes back", async () => {
  const masuda = person("coordinator", MASUDA);
  const head = "名称,分野,所在地域,備考（内部用）,FAX,公開";
  await take(
    `${head}\n見本益田の会,NPO・ボランティア,益田圏域,内部の覚え書き,0856-70-0008,はい\n`,
    {},
    masuda,
  );
  await take(`${head}\n見本浜田の会,NPO・ボランティア,浜田圏域,浜田の覚え書き,,はい\n`);
  const list = readList(ORGANISATION_LIST, new URLSearchParams(), { whole: true });
  const page = expectOk(await exportOrganisations(app, clerk, { list }));
  const csv = await (await listResponse("csv", "機関", exportColumns(page.rows), page)).text();
  expect(csv).toContain("（閲覧できません）");
  expect((await take(csv, {}, CLI)).counts).toMatchObject({ added: 0, changed: 0, rejected: 0 });
  expect(await named("見本益田の会")).toMatchObject([{ note: "内部の覚え書き", fax: "0856-70-0008" }]);
});

it("brings an import back that was taken back, save what was changed since, and takes it back once more", async () => {
  const head = "名称,分野,所在地域,電話\n";
  const row = (name: string, phone: string) => `${name},NPO・ボランティア,浜田圏域,${phone}\n`;
  await take(head + row("見本戻す会", "0855-70-0010"));
  const { id } = await take(
    head +
      row("見本戻す会", "0855-70-0011") +
      row("見本新しい会", "0855-70-0012") +
      row("見本直す会", "0855-70-0013"),
  );
  expectOk(await withdrawOrganisationImport(app, clerk, { id }));
  await take(head + row("見本直す会", "0855-70-0014"));
  expectOk(await restoreOrganisationImport(app, clerk, { id }));
  expect(await named("見本戻す会")).toMatchObject([{ phone: "0855-70-0011" }]);
  expect(await named("見本新しい会")).toMatchObject([{ phone: "0855-70-0012", validTo: null }]);
  expect(await named("見本直す会")).toMatchObject([{ phone: "0855-70-0014" }]);
  expectOk(await withdrawOrganisationImport(app, clerk, { id }));
  expect(await named("見本戻す会")).toMatchObject([{ phone: "0855-70-0010" }]);
  expect(await named("見本直す会")).toMatchObject([{ phone: "0855-70-0014", validTo: null }]);
});

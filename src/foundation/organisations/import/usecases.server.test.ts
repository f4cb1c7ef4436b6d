import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import iconv from "iconv-lite";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fileOf, newImportId } from "#foundation/tables/public.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { listResponse } from "#platform/lists/list-file.ts";
import type { RowChanges } from "#platform/tables/column-table.ts";
import type { ImportId } from "#platform/tables/import.ts";
import { testApp } from "#test/app.ts";
import { fileWith } from "#test/file.ts";
import { withPermit } from "#test/permit.ts";
import { loadDemonstrationOrganisations } from "../demonstration/usecases.server.ts";
import { exportColumns } from "../export/present.ts";
import { exportOrganisations } from "../export/usecases.server.ts";
import { ORGANISATION_LIST } from "../list/present.ts";
import { listOrganisations } from "../usecases.server.ts";
import {
  beginOrganisationImport,
  checkOrganisationImport,
  importOrganisations,
  listAreaOf,
  readOrganisationImport,
  rejectedOrganisations,
  withdrawOrganisationImport,
} from "./usecases.server.ts";

const app = testApp();
const HAMADA = "sma-32-02" as AreaId;
const coordinator: Extract<Actor, { kind: "person" }> = {
  kind: "person",
  userId: "u" as UserId,
  name: "浜田保健所 事務局",
  memberships: [
    {
      organisationId: "00000000-0000-7000-8000-000000000000" as OrganisationId,
      role: "coordinator",
      areas: [HAMADA],
    },
  ],
  reach: [HAMADA, "32" as AreaId, "32202" as AreaId, "32207" as AreaId],
};

const administrator: Actor = {
  ...coordinator,
  memberships: [{ ...coordinator.memberships[0]!, role: "administrator", areas: ["jp" as AreaId] }],
  reach: "all",
};

type Wish = { dryRun?: boolean; onlyGoodRows?: boolean };

/** The import whole, told as what it did to how many rows. */
async function run(
  text: string | Uint8Array,
  { dryRun, onlyGoodRows }: Wish = {},
  actor: Actor = coordinator,
) {
  const done = await importOrganisations(app, actor, {
    area: listAreaOf(actor),
    path: await fileWith(text),
    name: "名簿.csv",
    wish: dryRun ? "check" : onlyGoodRows ? "take-good" : "take",
  });
  if (!done.ok) return done;
  const { id, counts, state, changes } = done.value;
  const { rejected } = expectOk(await readOrganisationImport(app, actor, { id }));
  return ok({
    id,
    rows: counts.read - counts.skipped,
    inserted: counts.added,
    updated: counts.changed,
    unchanged: counts.unchanged,
    rejectedRows: counts.rejected,
    applied: state === "done",
    errors: rejected.flatMap(({ line, problems }) => problems.map((problem) => ({ line, ...problem }))),
    changes: (changes as RowChanges).rows.map(({ line, effect, cells: [name, fields] }) => ({
      line,
      name,
      effect: effect === "added" ? "insert" : "update",
      fields: fields!.split("、").filter(Boolean),
    })),
  });
}
const everything = () => withPermit(app, administrator, (work) => listOrganisations(work));
const names = async () => (await everything()).map((one) => one.name);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("a file that is right", () => {
  const text = [
    "名称,よみ,分野,所在地域,対象地域,電話番号,公開",
    "浜田市医療センター,はまだしいりょうせんたー,病院・診療所,浜田圏域,浜田市、江津市,０８５５－００－００００,はい",
    '"石見,組合",,業界団体,hamada,,,いいえ',
    "",
  ].join("\r\n");

  it("changes nothing in a dry run and says what it would change", async () => {
    const before = await names();
    const report = expectOk(await run(text, { dryRun: true }));
    expect(report).toMatchObject({ rows: 2, inserted: 2, updated: 0, applied: false, errors: [] });
    expect(await names()).toEqual(before);
  });

  it("adds its rows, and the same file again changes nothing", async () => {
    expect(expectOk(await run(text))).toMatchObject({ inserted: 2, applied: true });
    const first = await everything();
    expect(first.find((one) => one.name === "浜田市医療センター")).toMatchObject({
      servedAreas: ["32202", "32207"],
      phone: "0855-00-0000",
      published: true,
      areaId: HAMADA,
    });
    expect(expectOk(await run(text))).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    expect(await everything()).toEqual(first);
  });

  it("keeps what the file has no column for", async () => {
    const report = expectOk(await run("名称,分野,所在地域\n浜田市医療センター,病院・診療所,浜田圏域\n"));
    expect(report).toMatchObject({ unchanged: 1 });
  });

  it("names the fields that a change touches", async () => {
    const report = expectOk(
      await run("名称,分野,所在地域,電話\n浜田市医療センター,病院・診療所,浜田圏域,0855-11-1111\n"),
    );
    expect(report.changes).toEqual([
      { line: 2, name: "浜田市医療センター", effect: "update", fields: ["電話"] },
    ]);
  });

  it.each([
    ["CP932", (text: string) => Buffer.from(iconv.encode(text, "CP932"))],
    ["UTF-16LE", (text: string) => Buffer.from(iconv.encode(text, "utf16le", { addBOM: true }))],
    ["UTF-8 with mark", (text: string) => Buffer.from(`\uFEFF${text}`)],
    [
      "tabs, full-width heads",
      (text: string) => Buffer.from(text.replaceAll(",", "\t").replace("FAX", "ＦＡＸ")),
    ],
  ])("is read in %s", async (_name, encode) => {
    const plain = "名称,分野,所在地域,FAX\n髙津商工会,商工会議所・商工会,浜田圏域,0855-22-2222\n";
    const report = expectOk(await run(encode(plain), { dryRun: true }));
    expect(report).toMatchObject({ rows: 1, errors: [] });
    expect(report.changes[0]).toMatchObject({ name: "髙津商工会", effect: "insert" });
  });
});

describe("a file with rows to mend", () => {
  const text = [
    "名称,分野,所在地域,電話,対象地域,公開",
    "よい機関,NPO・ボランティア,浜田圏域,,,",
    '"二行の\n名前",何か,浜田圏域,でんわ,,',
    "遠い機関,市町村,相模原市,,,",
    "よい機関,市町村,浜田圏域,,,",
    "迷う機関,市町村,浜田,,府中市,たぶん",
  ].join("\n");

  it("names each by line, column, value and mend, and takes nothing", async () => {
    const report = expectOk(await run(text));
    expect(report.applied).toBe(false);
    expect(report.rejectedRows).toBe(4);
    expect(report.errors.map(({ line, column, value }) => [line, column, value])).toEqual([
      [3, "分野", "何か"],
      [3, "電話", "でんわ"],
      [5, "所在地域", "相模原市"],
      [6, "名称", "よい機関"],
      [7, "所在地域", "浜田"],
      [7, "対象地域", "府中市"],
      [7, "公開", "たぶん"],
    ]);
    expect(report.errors.every((error) => error.mend.endsWith("。"))).toBe(true);
    expect(await names()).not.toContain("よい機関");
  });

  it("takes the good rows where that is asked for, and hands the others back to be mended and sent again", async () => {
    const { id } = expectOk(await run(text, { dryRun: true }));
    const back = await new Response(
      expectOk(await rejectedOrganisations(app, coordinator, { id })).body,
    ).text();
    expect(back).toContain("修正方法");
    expect(back).toContain("遠い機関");
    expect(back.split("\r\n")[1]).not.toMatch(/^よい機関,NPO/);
    expect(expectOk(await run(text, { onlyGoodRows: true }))).toMatchObject({ applied: true, inserted: 1 });
    expect(await names()).toContain("よい機関");
    const mended = back.replace("何か", "市町村").replace("でんわ", "");
    const report = expectOk(await run(mended, { dryRun: true }));
    expect(report.changes.some((change) => change.name === "二行の 名前")).toBe(true);
  });
});

describe("a file that can't be read at all", () => {
  it.each([
    ["nothing", Buffer.alloc(0), /空/],
    ["an Excel file", Buffer.from([0x50, 0x4b, 3, 4, 0]), /Excel/],
    ["no heads", Buffer.from("浜田保健所,保健所\n"), /見出し/],
    ["a head twice", Buffer.from("名称,分野,所在地域,名前\n"), /2つ/],
    ["an endless line", Buffer.from(`名称,分野,所在地域\n${"あ".repeat(400_000)}`), /1行が長すぎ/],
  ])("%s gets one sentence", async (_name, bytes, sentence) => {
    const result = await run(bytes);
    expect(result).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(JSON.stringify(result)).toMatch(sentence);
  });
});

it("names the row whose quote is left open", async () => {
  const report = expectOk(await run('名称,分野,所在地域\n"浜田,x,y\n'));
  expect(report).toMatchObject({
    applied: false,
    errors: [{ line: 2, mend: expect.stringMatching(/引用符/) }],
  });
});

describe("an import that is taken back", () => {
  const HEAD = "名称,分野,所在地域,電話,公開\n";
  const row = (name: string, phone: string) => `${name},NPO・ボランティア,浜田圏域,${phone},はい\n`;
  const named = async (name: string) => (await everything()).find((one) => one.name === name)!;

  it("ends what it added, writes again what it changed, and leaves what was changed since", async () => {
    expectOk(await run(HEAD + row("前からの会", "0855-10-0000")));
    const file = `${HEAD}${row("前からの会", "0855-10-1111")}${row("新しい会", "0855-10-2222")}${row("直した会", "0855-10-3333")}`;
    const { id } = expectOk(await run(file));
    expect(await named("新しい会")).toMatchObject({ updatedBy: "u", published: true });
    expectOk(await run(HEAD + row("直した会", "0855-10-4444")));
    expect(expectOk(await withdrawOrganisationImport(app, coordinator, { id }))).toEqual({
      taken: 2,
      kept: 1,
    });
    expect(await named("前からの会")).toMatchObject({ phone: "0855-10-0000", validTo: null });
    expect(await named("新しい会")).toMatchObject({ published: false, validTo: "2026-11-21" });
    expect(await named("直した会")).toMatchObject({ phone: "0855-10-4444", validTo: null });
    const other: Actor = { ...coordinator, userId: "other" as UserId };
    expect(await withdrawOrganisationImport(app, other, { id })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(expectOk(await run(file))).toMatchObject({ inserted: 0, updated: 3 });
    expect(await named("新しい会")).toMatchObject({ published: true, validTo: null });
  });
});

const everywhere = app;

it("takes a list as it was published: a title above, sector and area for all rows, a note below", async () => {
  const file =
    "医療機関一覧,,\n\n機関名,住所,電話番号\n見本医院,浜田市殿町1,0855-20-0000\n注）4月1日現在。,,\n";
  const id = newImportId();
  const path = await fileWith(file);
  const config = { ...everywhere.config, dataFolder: join(path, "..") };
  const app = { ...everywhere, config };
  const sent = async (sentId: ImportId) => {
    await mkdir(dirname(fileOf(app, sentId)), { recursive: true });
    await copyFile(path, fileOf(app, sentId));
  };
  await sent(id);
  const begun = expectOk(
    await beginOrganisationImport(app, coordinator, { id, area: HAMADA }, { path, name: "一覧.csv" }),
  );
  expect(begun).toMatchObject({ state: "matching", header: ["機関名", "住所", "電話番号"] });
  const columns = {
    "column-0": { role: "name" },
    "column-1": { role: "address" },
    "column-2": { role: "phone" },
  };
  const form = Object.fromEntries(Object.entries(columns).map(([name, one]) => [name, JSON.stringify(one)]));
  expect(await checkOrganisationImport(app, coordinator, { id }, form)).toMatchObject({
    error: { kind: "invalid", fields: { sector: [expect.any(String)] } },
  });
  const whole = { sector: "病院・診療所", areaId: "浜田圏域", remember: "yes" };
  expectOk(await checkOrganisationImport(app, coordinator, { id }, { ...form, ...whole }));
  expect(expectOk(await readOrganisationImport(app, coordinator, { id }))).toMatchObject({
    batch: { state: "ready", counts: { read: 2, added: 1, skipped: 1, rejected: 0 } },
  });
  // Who sends the same header again needs to match nothing.
  const next = { id: newImportId(), area: HAMADA };
  await sent(next.id);
  expect(
    expectOk(await beginOrganisationImport(app, coordinator, next, { path, name: "一覧.csv" })),
  ).toMatchObject({ state: "checking", choices: { forAll: { sector: "病院・診療所" } } });
});

describe("export", () => {
  const listOf = (query: string) => readList(ORGANISATION_LIST, new URLSearchParams(query), { whole: true });
  const file = async (actor: Actor, asked: object) => {
    const page = expectOk(await exportOrganisations(app, actor, asked as never));
    const bytes = await (await listResponse("csv", "機関", exportColumns(page.rows), page)).arrayBuffer();
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  };

  it("comes back through the import unchanged, formulas defused on the way", async () => {
    expectOk(
      await run(
        '名称,分野,所在地域,担当窓口,備考（内部用）\n=HYPERLINK("x"),NPO・ボランティア,浜田圏域,@係,+81-855\n',
      ),
    );
    const csv = await file(coordinator, { area: HAMADA, list: listOf("ended=1") });
    expect(csv.startsWith("\uFEFF名称,よみ,分野")).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain("'@係");
    const before = await everything();
    const rows = csv.split("\r\n").filter((line) => !line.includes("相模原") && !line.includes("島根県,"));
    const report = expectOk(await run(rows.join("\r\n")));
    expect(report).toMatchObject({ inserted: 0, updated: 0, errors: [], changes: [] });
    expect(report.unchanged).toBeGreaterThan(25);
    expect(await everything()).toEqual(before);
  });

  it("gives a visitor what the page shows him", async () => {
    const csv = await file(VISITOR, { list: listOf("") });
    expect(csv).toContain("浜田保健所");
    expect(csv).not.toContain("よい機関");
    expect(csv).not.toContain("厚生労働省健康局の資料");
  });
});

it("is not for who may write nowhere, and takes no row of an area of others", async () => {
  const file = "名称,分野,所在地域\nx,市町村,浜田圏域\n";
  for (const dryRun of [true, false])
    expect(await run(file, { dryRun }, VISITOR)).toMatchObject({ error: { kind: "forbidden" } });
  const elsewhere = { ...coordinator.memberships[0]!, areas: ["14150" as AreaId] };
  const stranger: Actor = { ...coordinator, memberships: [elsewhere], reach: ["14150" as AreaId] };
  const report = expectOk(await run(file, { onlyGoodRows: true }, stranger));
  expect(report).toMatchObject({ inserted: 0, rejectedRows: 1 });
});

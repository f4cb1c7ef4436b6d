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
import { eraseResults } from "../erasure/erasure.commands.server.ts";
import {
  cancelCheckupImport,
  checkupImportJob,
  rejectedCheckups,
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
  seenBy(analyst, sql`select from sensitive.checkup_record where agreement_id = ${place.agreement}`);

describe("what comes again", () => {
  it("knows somebody again whose results were erased or taken back, without an error", async () => {
    await takeIn(place, file(row("a", { 受診日: "2020/6/1" }), row("b", { 受診日: "2020/6/1" })));
    const old = { area: AREA, id: place.agreement };
    expect(expectOk(await eraseResults(app, analyst, old)).erased).toBe(2);
    const id = await takeIn(place, file(row("a"), row("b")));
    expect((await viewOf(place, id)).batch.counts).toMatchObject({ added: 2, rejected: 0 });
    expectOk(await withdrawCheckupImport(app, analyst, { id }));
    const one = await takeIn(place, file(row("a"), row("c")));
    expect((await viewOf(place, one)).batch.counts).toMatchObject({ added: 2, rejected: 0 });
    expect(await counts()).toEqual({ examined: 2, found: 0 });
  });

  it("takes the rows to be mended in again once they were, as they were handed out", async () => {
    const id = expectOk(await bring(place, file(row("a"), row("bad", { 受診日: "15/05/20" }))));
    expectOk(await takeCheckupImport(app, analyst, { id }, { goodRowsOnly: "yes" }));
    const handed = expectOk(await rejectedCheckups(app, analyst, { id }));
    const text = await new Response(handed.body).text();
    expect(text).toContain("15/05/20");
    const mended = await takeIn(place, text.replace("15/05/20", "2026/6/15"));
    expect((await viewOf(place, mended)).batch.counts).toMatchObject({ added: 1, rejected: 0 });
    expect(await counts()).toEqual({ examined: 2, found: 0 });
  });
});

describe("an import that does not come to its end", () => {
  const stateOf = async (id: string) => (await viewOf(place, id)).batch.state;

  it("is taken up again after its process was killed, and counts once", async () => {
    const id = expectOk(await bring(place, file(...people(30))));
    await seenBy(analyst, sql`update sensitive.import_batch set state = 'importing' where id = ${id}`);
    expect((await checkupImportJob.left!(app)).map((one) => one.id)).toContain(id);
    for (let round = 0; round < 2; round++) await checkupImportJob.run(app, { id } as never);
    expect(await stateOf(id)).toBe("done");
    expect(await counts()).toEqual({ examined: 30, found: 0 });
  });

  it("is given up before it is taken in, and nothing of it stays", async () => {
    const id = expectOk(await bring(place, file(...people(30))));
    expectOk(await cancelCheckupImport(app, analyst, { id }));
    expect(await takeCheckupImport(app, analyst, { id }, {})).toMatchObject({ ok: false });
    expect(await records()).toEqual([]);
  });
});

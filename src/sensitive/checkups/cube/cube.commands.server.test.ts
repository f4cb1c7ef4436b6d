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
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { endAgreement, listAgreements } from "../agreements/provider-agreement.usecases.server.ts";
import { agreementAt, type Brought, bring, csvOf, keyOf, takeIn, viewOf } from "../checkup.testing.ts";
import { publishCheckups, readEditionForm } from "../editions/checkup-edition.usecases.server.ts";
import { eraseResults } from "../erasure/erasure.commands.server.ts";
import { takeCheckupImport, withdrawCheckupImport } from "../records/record-import.usecases.server.ts";
import { recountCube, recountJob } from "./cube.commands.server.ts";

const base = testApp();
let app: App;
const AREA = "sma-32-02" as AreaId;
const analyst = person("analyst", AREA);
let place: Brought & { agreement: string };
beforeAll(async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "yui-recount-"));
  app = { ...base, config: { ...base.config, dataFolder } };
  await loadReferenceAreas(app);
});
beforeEach(async () => {
  place = { app, actor: analyst, area: AREA, agreement: await agreementAt(app, analyst, AREA) };
});

const HEADER = ["個人キー", "受診日", "年齢", "性別", "収縮期血圧", "拡張期血圧"];
const file = (day: string, ...pressures: readonly number[]) =>
  csvOf(
    HEADER,
    pressures.map((one, i) => [keyOf(`p${i}`), day, "55", "1", String(one), "70"]),
  );
const as = async <Row>(actor: Actor, query: RawBuilder<Row>): Promise<Row[]> =>
  inTransaction(app.sensitive.db, scopeOf(actor), async (tx) => (await query.execute(tx)).rows);
const parts = (definition: number) =>
  as(
    analyst,
    sql<{ year: number; examined: number; found: number }>`
      select fiscal_year as year, sum(examined)::int as examined, sum(found)::int as found from sensitive.checkup_cube
      where indicator = 'blood_pressure' and definition = ${definition} and agreement_id = ${place.agreement}
      group by 1 order by 1`,
  );
/** As a store stands when a version with another definition comes. */
const age = (importId: string) =>
  as(analyst, sql`update sensitive.checkup_cube set definition = 0, found = 0 where import_id = ${importId}`);
const form = async () => expectOk(await readEditionForm(app, analyst, { area: AREA }));

describe("a new definition", () => {
  it("is counted in the background by itself; nothing goes out before, and what it counted before stays", async () => {
    const id = await takeIn(place, file("2025-06-01", 120, 150, 160));
    await age(id);
    expect((await form()).waiting).toBe(1);
    expect(await publishCheckups(app, analyst, { area: AREA }, { year: 2025 })).toMatchObject({
      ok: false,
      error: { kind: "conflict", message: expect.stringMatching(/計算待ち/) },
    });
    const left = (await recountJob.left!(app)).filter(({ area }) => area === AREA);
    expect(left).toEqual([{ area: AREA, all: false }]);
    await recountJob.run(app, left[0]!);
    expect(await parts(1)).toEqual([{ year: 2025, examined: 3, found: 2 }]);
    expect(await parts(0)).toEqual([{ year: 2025, examined: 3, found: 0 }]);
    expect((await form()).waiting).toBe(0);
    await recountJob.run(app, left[0]!);
    expect(await parts(1)).toEqual([{ year: 2025, examined: 3, found: 2 }]);
  });

  it("is counted anew of everything where somebody presses the button, and moves on with what is taken back", async () => {
    const first = await takeIn(place, file("2025-06-01", 120, 120));
    const second = await takeIn(place, file("2025-06-01", 120, 150));
    await as(
      analyst,
      sql`update sensitive.checkup_cube set found = 9 where import_id = ${second} and indicator = 'blood_pressure'`,
    );
    expectOk(await recountCube(app, analyst, { area: AREA }));
    await recountJob.run(app, { area: AREA, all: true });
    expect(await parts(1)).toEqual([{ year: 2025, examined: 2, found: 1 }]);
    expectOk(await withdrawCheckupImport(app, analyst, { id: second }));
    expect(await parts(1)).toEqual([{ year: 2025, examined: 2, found: 0 }]);
    expectOk(await withdrawCheckupImport(app, analyst, { id: first }));
  });

  it("counts the same where an import comes in at the same moment", async () => {
    await takeIn(place, file("2025-06-01", 120, 120, 120));
    const second = expectOk(await bring(place, file("2025-06-01", 150, 150)));
    await Promise.all([
      takeCheckupImport(app, analyst, { id: second }, {}),
      recountJob.run(app, { area: AREA, all: true }),
      recountJob.run(app, { area: AREA, all: true }),
    ]);
    expect(await parts(1)).toEqual([{ year: 2025, examined: 3, found: 2 }]);
  });
});

describe("an agreement", () => {
  const listed = async () =>
    expectOk(await listAgreements(app, analyst, { area: AREA })).agreements.find(
      ({ id }) => id === place.agreement,
    )!;
  const kept = () =>
    as(
      analyst,
      sql<{
        year: number;
        n: number;
      }>`select fiscal_year as year, count(*)::int as n from sensitive.checkup_record
        where agreement_id = ${place.agreement} group by 1 order by 1`,
    );

  it("says what has had its time, and erases that alone, also of imports that were taken back", async () => {
    const old = await takeIn(place, file("2020-06-01", 120, 150));
    const gone = await takeIn(place, file("2019-06-01", 120));
    expectOk(await withdrawCheckupImport(app, analyst, { id: gone }));
    await takeIn(place, file("2021-04-01", 120, 120, 150));
    expect((await listed()).due).toMatch(/^2021年度.*3件/);
    const target = { area: AREA, id: place.agreement };
    expect(await eraseResults(app, person("coordinator", AREA), target)).toMatchObject({ ok: false });
    expect(await eraseResults(app, analyst, { ...target, id: newId() as string })).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
    const proven = (ago: number) =>
      ({ ...analyst, provenAt: new Date(app.clock.now().getTime() - ago * 60_000) }) as typeof analyst;
    expect(await eraseResults(app, proven(11), target)).toEqual({ ok: false, error: { kind: "stale" } });
    const [first, again] = await Promise.all([
      eraseResults(app, proven(0), target),
      eraseResults(app, proven(0), target),
    ]);
    expect([first, again].map((one) => expectOk(one).erased).sort()).toEqual([0, 3]);
    expect(await kept()).toEqual([{ year: 2021, n: 3 }]);
    expect(await parts(1)).toEqual([{ year: 2021, examined: 3, found: 1 }]);
    expect((await listed()).due).toBe("");
    expect((await viewOf(place, old)).batch).toMatchObject({ sample: [], state: "done" });
  });

  it("that ended since a file was checked takes nothing in", async () => {
    const id = expectOk(await bring(place, file("2025-06-01", 120)));
    expectOk(await endAgreement(app, analyst, { area: AREA, id: place.agreement }));
    await takeCheckupImport(app, analyst, { id }, {});
    expect((await viewOf(place, id)).batch).toMatchObject({
      state: "failed",
      problem: expect.stringMatching(/有効ではありません/),
    });
    expect(await kept()).toEqual([]);
  });
});

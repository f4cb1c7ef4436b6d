import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fileOf, newImportId } from "#foundation/tables/public.ts";
import type { App } from "#platform/app.ts";
import { db, tables, withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { columnField } from "#platform/tables/messages.ts";
import { meaningValue } from "#platform/tables/present.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { loadReferenceIndicators } from "../dictionary/usecases.server.ts";
import { presentFigures } from "./present.ts";
import type { Choices, ImportBatch, Mapping } from "./schema.ts";
import {
  beginImport,
  cancelImport,
  checkImport,
  importJob,
  readImport,
  runImport,
  takeImport,
} from "./usecases.server.ts";

const base = testApp();
const folder = mkdtempSync(join(tmpdir(), "yui-import-steps-"));
let app: App;
beforeAll(async () => {
  app = { ...base, config: { ...base.config, dataFolder: folder } };
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EVERYWHERE = { actor: "<test>", areas: "all" } as const;
const HEADER = "fiscal_year,area,indicator,value\n";
const SAGAMIHARA = "14150" as AreaId;
const coordinator = (reach: readonly AreaId[]): Actor => ({
  kind: "person",
  userId: "u" as UserId,
  name: "事務局",
  memberships: [{ organisationId: "o" as OrganisationId, role: "coordinator", areas: [SAGAMIHARA] }],
  reach,
});
const problemsOf = async ({ id }: ImportBatch, actor: Actor) =>
  expectOk(await readImport(app, actor, { id })).rejected.flatMap(({ line, problems }) =>
    problems.map(({ column, value, mend }) => [line, column, value, mend] as const),
  );
const figuresOf = (batch: ImportBatch) =>
  withRows(app.db, EVERYWHERE, (tx) =>
    db(tx)
      .selectFrom("observation")
      .select(["area_id", "fiscal_year", "value"])
      .where("import_id", "=", batch.id)
      .execute(),
  );

/** The form of the columns' page as a browser sends it. */
const formOf = (mapping: Mapping, choices: Choices, remember: boolean) => ({
  ...Object.fromEntries(mapping.map((meaning, index) => [columnField(index), meaningValue(meaning)])),
  ...(choices.indicator && { indicator: choices.indicator }),
  ...(choices.published && { published: "yes" }),
  ...(remember && { remember: "yes" }),
});

describe("in the browser's steps", () => {
  async function brought(content: string, actor: Actor): Promise<ImportBatch> {
    const id = newImportId();
    const path = fileOf(app, id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return expectOk(await beginImport(app, actor, { id, area: SAGAMIHARA }, { path, name: "f.csv" }));
  }
  const REACH = [SAGAMIHARA, "14" as AreaId, "jp" as AreaId];

  it("matches, checks, takes in, forgets the file, and knows the columns next time", async () => {
    const actor = coordinator(REACH);
    const batch = await brought("いつ,どこ,ひまん\n2007,相模原市,24\n", actor);
    const mapping: Mapping = [{ role: "fiscal_year" }, { role: "area" }, { role: "value" }];
    const { id } = batch;
    expect(await checkImport(app, actor, { id }, formOf(mapping, { published: false }, true))).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { indicator: [expect.any(String)] } },
    });
    const match = formOf(mapping, { published: false, indicator: "obesity_rate" }, true);
    expectOk(await checkImport(app, actor, { id }, match));
    await runImport(app, { id });
    expectOk(await takeImport(app, actor, { id }, {}));
    expect(existsSync(fileOf(app, batch.id))).toBe(true);
    await Promise.all([runImport(app, { id }), runImport(app, { id })]);
    expect(expectOk(await readImport(app, actor, { id: batch.id })).batch).toMatchObject({
      state: "done",
      counts: { added: 1 },
    });
    expect(existsSync(fileOf(app, batch.id))).toBe(false);
    const next = await brought("いつ,どこ,ひまん\n2008,相模原市,25\n", actor);
    expect(next).toMatchObject({ mapping, choices: { indicator: "obesity_rate" } });
    expectOk(await cancelImport(app, actor, { id: next.id }));
  });

  it("takes words that name no area for none, whoever sends them, and writes them nowhere", async () => {
    const id = newImportId();
    const path = fileOf(app, id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, "a,b\n1,2\n");
    const words = "a person's name" as AreaId;
    const everywhere: Actor = { ...person("administrator", "jp" as AreaId), reach: "all" } as Actor;
    for (const actor of [coordinator(REACH), everywhere]) {
      for (const area of [words, "nowhere" as AreaId]) {
        const begun = await beginImport(app, actor, { id, area }, { path, name: "f.csv" });
        expect(begun).toMatchObject({ ok: false, error: { kind: "not-found" } });
      }
    }
    const entries = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      db(tx).selectFrom("audit_entry").selectAll().where("area_id", "in", [words, "nowhere"]).execute(),
    );
    expect(entries).toEqual([]);
  });

  it("has bad rows mended where they stand, and keeps what they were", async () => {
    const actor = coordinator(REACH);
    const rows = "2007,14150,obesity_rate,2A\n2008,相模原,obesity_rate,25\n2009,14150,obesity_rate,2,6\n";
    const { id, mapping, choices } = await brought(HEADER + rows, actor);
    expectOk(await checkImport(app, actor, { id }, formOf(mapping!, choices, false)));
    await runImport(app, { id });
    const shownBad = async () => presentFigures(expectOk(await readImport(app, actor, { id }))).one;
    const fields = (await shownBad()).problems.map(({ field }) => field!);
    expect(fields).toEqual([
      { field: "cell-2-3", value: "2A" },
      { field: "cell-3-1", value: "相模原" },
      { field: "row-4", value: "2009,14150,obesity_rate,2,6" },
    ]);
    const send = async (form: Record<string, string>) => {
      expectOk(await checkImport(app, actor, { id }, form));
      await runImport(app, { id });
    };
    // What is not mended stays to be mended; lines without a problem are never touched.
    await send({
      "cell-2-3": "24",
      "cell-3-1": "相模原",
      "row-4": "2009,14150,obesity_rate,2.6",
      "cell-1-0": "1999",
    });
    const before = await shownBad();
    expect(before.problems).toMatchObject([{ line: 3, field: { field: "cell-3-1", value: "相模原" } }]);
    await send({ "cell-3-1": "相模原市" });
    const { one } = presentFigures(expectOk(await readImport(app, actor, { id })));
    expect(one).toMatchObject({ state: "ready", counts: { rejected: 0, read: 3 }, problems: [] });
    expect(one.mended.map(({ line, was, now }) => [line, was, now])).toEqual([
      [2, "2A", "24"],
      [3, "相模原", "相模原市"],
      [4, "2", "2.6"],
      [4, "6", ""],
    ]);
    expectOk(await cancelImport(app, actor, { id }));
  });

  it("holds every row to the person's reach", async () => {
    const actor = coordinator(REACH);
    const batch = await brought(`${HEADER}2007,14150,obesity_rate,24\n2007,32202,obesity_rate,24\n`, actor);
    expectOk(await checkImport(app, actor, { id: batch.id }, formOf(batch.mapping!, batch.choices, false)));
    await runImport(app, { id: batch.id });
    expect(await problemsOf(batch, actor)).toEqual([]);
    const checked = expectOk(await readImport(app, actor, { id: batch.id })).batch;
    expect(checked).toMatchObject({ counts: { unchanged: 1, skipped: 1 }, apart: { elsewhere: 1 } });
    const stranger: Actor = {
      ...(actor as Actor & { kind: "person" }),
      memberships: [],
      reach: ["32" as AreaId],
    };
    const take = (by: Actor) => takeImport(app, by, { id: batch.id }, { goodRowsOnly: "yes" });
    expect(await take(stranger)).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
    expect(await take({ ...stranger, reach: REACH })).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
  });

  it("takes up what a killed process left, and fails it with a sentence where the file is gone", async () => {
    const actor = coordinator(REACH);
    const batch = await brought(`${HEADER}2009,14150,obesity_rate,24\n`, actor);
    const lost = await brought(`${HEADER}2010,14150,obesity_rate,24\n`, actor);
    await withRows(app.db, EVERYWHERE, (tx) =>
      tables(tx)
        .updateTable("importBatch")
        .set({ state: "importing" })
        .where("id", "in", [batch.id, lost.id])
        .execute(),
    );
    rmSync(fileOf(app, lost.id));
    const left = await importJob.left!(app);
    expect(left.map(({ id }) => id).sort()).toEqual([batch.id, lost.id].sort());
    for (const run of left) await importJob.run(app, run);
    expect(expectOk(await readImport(app, actor, { id: batch.id })).batch.state).toBe("done");
    expect(expectOk(await readImport(app, actor, { id: lost.id })).batch).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("途中で止まり"),
    });
    expect(await figuresOf(batch)).toEqual([{ area_id: "14150", fiscal_year: 2009, value: 24 }]);
    expect(await figuresOf(lost)).toEqual([]);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas, NATION } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { tables, withRows } from "#platform/db/rows.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { loadReferenceIndicators } from "../../dictionary/usecases.server.ts";
import { importWhole } from "../usecases.server.ts";

const ROWS = 180_000;
const folder = mkdtempSync(join(tmpdir(), "yui-import-test-"));
const base = testApp();
let app: App;

beforeAll(async () => {
  app = { ...base, config: { ...base.config, dataFolder: folder } };
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fileOf(): Promise<string> {
  const areas = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    tables(tx).selectFrom("area").select("id").where("kind", "=", "municipality").limit(1500).execute(),
  );
  const rows = areas.flatMap(({ id }) =>
    Array.from(
      { length: 120 },
      (_, at) => `${1960 + (at % 60)},${id},obesity_rate,${at < 60 ? "男" : "女"},20`,
    ),
  );
  expect(rows).toHaveLength(ROWS);
  return `年度,地域,指標,性別,値\n${rows.join("\n")}\n`;
}

async function take() {
  const path = join(folder, "many.csv");
  await writeFile(path, await fileOf());
  const choices = { published: false };
  const batch = expectOk(
    await importWhole(app, service("cli"), { path, name: "many.csv", area: NATION, choices, wish: "take" }),
  );
  return batch.counts;
}

it("a file of many portions stands whole, to the last row", { timeout: 120_000 }, async () => {
  expect(await take()).toMatchObject({ read: ROWS, added: ROWS });
  const stored = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    tables(tx)
      .selectFrom("observation")
      .select((of) => of.fn.countAll<string>().as("count"))
      .executeTakeFirstOrThrow(),
  );
  expect(Number(stored.count)).toBe(ROWS);
  expect(await take()).toMatchObject({ read: ROWS, added: 0, unchanged: ROWS });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pino from "pino";
import { readEdition, saveEdition } from "#evidence/materials/catalogue/edition.usecases.server.ts";
import { listMaterials, saveMaterial } from "#evidence/materials/catalogue/material.usecases.server.ts";
import { makeOrder } from "#evidence/materials/orders/order.commands.server.ts";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { openConfigured } from "#platform/db/open.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { stampOf } from "#platform/sealing/secret.ts";

/** Milliseconds of one call after another, in an area of 200 materials and of 50,000 movements of one edition. */
export type MaterialsBench = Readonly<{ page: string; median_ms: number; p95_ms: number }>;

const AREA = "sma-32-02" as AreaId;
const MATERIALS = 200;
const MOVEMENTS = 50_000;
const ROUNDS = 100;
const CLERK: Actor = {
  kind: "person",
  userId: "bench" as never,
  name: "bench",
  memberships: [{ organisationId: newId() as never, role: "coordinator", areas: [AREA] }],
  reach: [AREA],
};
const material = {
  kind: "leaflet",
  theme: "resources",
  audiences: ["owner"],
  rights: "as_is",
  published: "true",
};
const edition = { label: "2026", language: "ja", mostAnOrder: "1000", published: "true" };

/** The list of the staff, the page of an edition with many movements, and an order of it. */
export async function benchMaterials(): Promise<MaterialsBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-materials-"));
  const config = readConfig({ YUI_DATA: join(folder, "data") });
  const opened = await openConfigured(config);
  await openKeys(config, opened.db);
  const app: App = {
    ...{ config, db: opened.db, pool: opened.pool, sensitive: opened.sensitive },
    ...{ clock: fixedClock("2026-11-22T01:00:00Z"), log: pino({ level: "silent" }), stamp: stampOf(config) },
  };
  try {
    await loadReferenceAreas(app);
    let last = "";
    for (let at = 0; at < MATERIALS; at += 1) {
      const id = newId() as string;
      last = newId() as string;
      expectOk(await saveMaterial(app, CLERK, { area: AREA, id }, { ...material, title: `資材 ${at}` }));
      expectOk(await saveEdition(app, CLERK, { area: AREA, id: last, material: id }, edition));
    }
    await withRows(app.db, { actor: "bench", areas: [AREA] }, (access) =>
      sql`insert into material_movement (area_id, id, edition_id, kind, amount, on_day, at, by)
        select ${AREA}, gen_random_uuid(), ${last}::uuid, 'receive', 10, '2026-11-22', now(), 'bench'
        from generate_series(1, ${MOVEMENTS})`.execute(db(access)),
    );
    const order = () => ({
      lines: [{ edition: last, amount: "1" }],
      ...{
        workplace: "見本",
        contact: "担当",
        address: "見本町1",
        email: `${newId()}@example.jp`,
        once: newId(),
      },
    });
    return [
      await measured("list of materials", async () =>
        expectOk(await listMaterials(app, CLERK, { area: AREA })),
      ),
      await measured("page of an edition", async () =>
        expectOk(await readEdition(app, CLERK, { area: AREA, id: last })),
      ),
      await measured("order", async () =>
        expectOk(await makeOrder(app, VISITOR, { area: AREA, sender: newId() as string }, order())),
      ),
    ];
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(page: string, call: () => Promise<unknown>): Promise<MaterialsBench> {
  for (let round = 0; round < 10; round += 1) await call();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await call();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { page, median_ms: times[ROUNDS / 2]!, p95_ms: times[Math.floor(ROUNDS * 0.95)]! };
}

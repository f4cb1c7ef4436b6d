import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { command, definePolicy, type Permit, services } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { cutoffOf, outdatedRows } from "./retention.rules.ts";
import type { KeptTables, PeriodDays, PurgeStep } from "./retention.schema.ts";
import { countOutdatedRows, purgeRows, selectDependences } from "./retention.store.server.ts";

const retentionPolicy = definePolicy({
  "retention.preview": services("retention"),
  "retention.purge": services("retention"),
});
const declared = {
  policy: retentionPolicy,
  target: z.object({}),
  subject: () => ({ type: "retention", area: "jp" as AreaId }),
  input: z.object({ tables: z.custom<KeptTables>(), periods: z.custom<PeriodDays>() }),
};

const preview = command({
  ...declared,
  name: "retention.preview",
  run: async (permit, { tables, periods }) => ok(await stepsOf(permit, tables, periods, countOutdatedRows)),
});

const purge = command({
  ...declared,
  name: "retention.purge",
  run: async (permit, { tables, periods }) => ok(await stepsOf(permit, tables, periods, purgeRows)),
});

async function stepsOf(
  permit: Permit,
  tables: KeptTables,
  periods: PeriodDays,
  handle: typeof purgeRows,
): Promise<readonly PurgeStep[]> {
  const dependences = await selectDependences(permit);
  const steps: PurgeStep[] = [];
  for (const [table, kept] of Object.entries(tables)) {
    if (!kept.purge) continue;
    const cutoff = cutoffOf(kept.purge, periods, permit.clock.now());
    for (const doomed of outdatedRows(table, kept.purge, dependences)) {
      const rows = await handle(permit, doomed, cutoff);
      if (rows > 0) steps.push({ table: doomed.table, does: doomed.clear ? "clear" : "delete", rows });
    }
  }
  return steps;
}

/** Purges everything that is outdated, in one transaction; returns what was purged. */
export const purgeOutdated = async (
  app: App,
  tables: KeptTables,
  periods: PeriodDays,
): Promise<readonly PurgeStep[]> => expectOk(await purge(app, service("retention"), {}, { tables, periods }));

/** What a purge would do now. */
export const previewPurge = async (
  app: App,
  tables: KeptTables,
  periods: PeriodDays,
): Promise<readonly PurgeStep[]> =>
  expectOk(await preview(app, service("retention"), {}, { tables, periods }));

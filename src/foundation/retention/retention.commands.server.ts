import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { command, definePolicy, type Permit, services } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { cutoffOf, doomedRows } from "./retention.rules.ts";
import type { KeptTables, PeriodDays, PurgeStep } from "./retention.schema.ts";
import { applyDoom, countDoomed, selectDependences } from "./retention.store.server.ts";

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
  run: async (permit, { tables, periods }) => ok(await stepsOf(permit, tables, periods, countDoomed)),
});

const purge = command({
  ...declared,
  name: "retention.purge",
  run: async (permit, { tables, periods }) => ok(await stepsOf(permit, tables, periods, applyDoom)),
});

async function stepsOf(
  permit: Permit,
  tables: KeptTables,
  periods: PeriodDays,
  handle: typeof applyDoom,
): Promise<readonly PurgeStep[]> {
  const dependences = await selectDependences(permit);
  const steps: PurgeStep[] = [];
  for (const [table, kept] of Object.entries(tables)) {
    if (!kept.purge) continue;
    const cutoff = cutoffOf(kept.purge, periods, permit.clock.now());
    for (const doomed of doomedRows(table, kept.purge, dependences)) {
      const rows = await handle(permit, doomed, cutoff);
      if (rows > 0) steps.push({ table: doomed.table, does: doomed.clear ? "clear" : "delete", rows });
    }
  }
  return steps;
}

/** Lets go of everything whose time has come, in one transaction; returns what went. */
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

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import pino from "pino";
import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { openConfigured } from "#platform/db/open.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { LOG_LIST } from "../src/foundation/audit/reading/present.ts";
import { readLog } from "../src/foundation/audit/reading/usecases.server.ts";

/** How long it takes to be told who looked at something, in a log of so many entries. */
export type AuditBench = Readonly<{ name: string; median_ms: number; p95_ms: number; found: number }>;

const ENTRIES = 1_000_000;
const AREAS = 400;
const THINGS = 200_000;
const ROUNDS = 40;
/** One thing that every list shows: as many entries as any can have in years. */
const FREQUENT = "0198f2a0-0000-7000-8000-00000000ffff";

export async function benchAudit(): Promise<readonly AuditBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-"));
  const config = readConfig({
    YUI_DATA: join(folder, "data"),
    YUI_SECRET: "a secret of the bench, long enough",
  });
  const opened = await openConfigured(config);
  try {
    await fill(opened.db);
    const app: App = {
      ...{ config, db: opened.db, pool: opened.pool, sensitive: opened.sensitive },
      ...{ clock: systemClock, log: pino({ level: "silent" }), stamp: stampOf(config) },
    };
    const nation = auditor("jp", "all");
    const area = auditor("a1", ["a1" as AreaId]);
    return [
      await measured("who looked at one of 200,000, by the nation's auditor", app, nation, idOf),
      await measured("the same by an area's auditor", app, area, idOf),
      await measured("the same by type and id", app, nation, (round) => `request:${idOf(round)}`),
      await measured("who looked at what 20,000 looks showed", app, nation, () => FREQUENT),
      await measured("the newest entries, unfiltered", app, nation, () => ""),
    ];
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
}

const idOf = (n: number): string => `0198f2a0-0000-7000-8000-${(n * 401).toString(16).padStart(12, "0")}`;

const thing = (n: RawBuilder<unknown>) =>
  sql`'0198f2a0-0000-7000-8000-' || lpad(to_hex((${n}) % ${THINGS}::int), 12, '0')`;

/** Four of five entries are of one thing; every fifth is a list of 30, every fiftieth holds the one that all ask for. */
const fill = (database: App["db"]) =>
  withRows(database, { actor: "u", areas: "all" }, async (access) => {
    await sql`
      insert into audit_entry (area_id, id, at, actor, grounds, action, subject_type, subject_id, outcome, shown, mac)
      select 'a' || n % ${AREAS}, gen_random_uuid(), '2026-01-01'::timestamptz + n * interval '30 seconds', 'u',
        'coordinator', case when n % 5 = 0 then 'request.list' else 'request.read' end, 'request',
        case when n % 5 = 0 then null else ${thing(sql`n * 7`)} end, 'granted',
        case when n % 5 = 0 then array(select 'request:' || ${thing(sql`n + k`)} from generate_series(1, 30) k)
          || case when n % 50 = 0 then array['request:' || ${FREQUENT}] else '{}' end end, md5(n::text)
      from generate_series(1, ${ENTRIES}::int) n`.execute(db(access));
  });

const auditor = (area: string, reach: readonly AreaId[] | "all"): Actor => ({
  ...{ kind: "person", userId: "auditor" as UserId, name: "auditor", reach, provenAt: new Date() },
  memberships: [{ organisationId: "o" as OrganisationId, role: "auditor", areas: [area as AreaId] }],
});

async function measured(
  name: string,
  app: App,
  who: Actor,
  about: (round: number) => string,
): Promise<AuditBench> {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const list = readList(LOG_LIST, new URLSearchParams({ about: about(round + 1) }));
    const begin = performance.now();
    found = expectOk(await readLog(app, who, { list })).page.rows.length;
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  return { name, median_ms: times[ROUNDS / 2]!, p95_ms: times[Math.ceil(ROUNDS * 0.95) - 1]!, found };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pino from "pino";
import { loadReferenceIndicators } from "#evidence/indicators/dictionary/usecases.server.ts";
import { readProfile } from "#evidence/indicators/profile/usecases.server.ts";
import { type Actor, service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { stampBy } from "#platform/config/stamp.ts";
import { openConfigured } from "#platform/db/open.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";

/** Server time of one area's profile while the store holds that many areas. */
export type ProfileBench = Readonly<{
  areas: number;
  rows: number;
  /** Who asks: a visitor (published rows only), one who works there, the system. */
  reader: "visitor" | "coordinator" | "service";
  median_ms: number;
  p95_ms: number;
}>;

const SEED = 20_260_401;
const INDICATORS = 40;
const YEARS = 10;
const ROUNDS = 40;
/** Enough that neither the code nor the database meets its first profile. */
const WARMING = 20;

/**
 * One area's profile over stores of 10, 100 and 330 secondary medical areas (with their prefectures and the nation):
 * 40 indicators × 10 years × 2 sexes × 6 age bands each, in the order in which files bring them.
 */
export async function benchProfile(sizes: readonly number[] = [10, 100, 330]): Promise<ProfileBench[]> {
  const results: ProfileBench[] = [];
  for (const size of sizes) results.push(...(await benchSize(size)));
  return results;
}

async function benchSize(size: number): Promise<ProfileBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-profile-"));
  const config = readConfig({ YUI_DATA: join(folder, "data") });
  const opened = await openConfigured(config);
  await openKeys(config, opened.db);
  try {
    const app: App = {
      config,
      db: opened.db,
      pool: opened.pool,
      sensitive: opened.sensitive,
      clock: systemClock,
      log: pino({ level: "silent" }),
      stamp: stampBy("a secret for tests, long enough to sign", "audit"),
    };
    await loadReferenceAreas(app);
    await loadReferenceIndicators(app);
    const { areas, rows } = await fill(app, size);
    const results: ProfileBench[] = [];
    for (const reader of ["visitor", "coordinator", "service"] as const) {
      const times: number[] = [];
      for (let round = -WARMING; round < ROUNDS; round++) {
        const area = areas[((round + WARMING) * 7) % areas.length]!;
        const actor = actorOf(reader, area, areas);
        const start = performance.now();
        const { profile } = expectOk(await readProfile(app, actor, { area }));
        const time = performance.now() - start;
        if (profile.indicators.length + profile.facts.length < INDICATORS)
          throw new Error(`the profile of ${area} has only ${profile.indicators.length} lines`);
        if (round >= 0) times.push(time);
      }
      times.sort((a, b) => a - b);
      results.push({
        areas: size,
        rows,
        reader,
        median_ms: times[Math.floor(ROUNDS / 2)]!,
        p95_ms: times[Math.floor(ROUNDS * 0.95)]!,
      });
    }
    return results;
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills the store by arithmetic alone, so that every run has the same figures. */
async function fill(app: App, size: number): Promise<{ areas: AreaId[]; rows: number }> {
  return withRows(app.db, { actor: "<bench>", areas: "all" }, async (tx) => {
    const chosen = await sql<{ id: AreaId; prefecture_id: AreaId }>`
      select id, prefecture_id from area where kind = 'secondary_medical_area' order by md5(id || ${SEED}::text)
      limit ${size}`.execute(db(tx));
    const areas = chosen.rows.map((row) => row.id);
    const all = [...areas, ...new Set(chosen.rows.map((row) => row.prefecture_id)), "jp"];
    const { numAffectedRows } = await sql`
      insert into observation (area_id, indicator_no, fiscal_year, sex, age_band, source_no, numerator, denominator,
        published, import_id)
      select area.id, indicator.no, 2014 + year, sex, (20 + 10 * band) * 128 + 29 + 10 * band, 1,
        40 + (8000 * share)::int, 12000, true, '018f0000-0000-7000-8000-000000000000'
      from generate_series(1, ${YEARS}::int) year
      cross join (select no from indicator where kind = 'proportion' order by no limit ${INDICATORS}::int) indicator
      cross join unnest(${all}::text[]) with ordinality area (id, n)
      cross join generate_series(1, 2) sex
      cross join generate_series(0, 5) band
      cross join lateral (select ((area.n * 7919 + indicator.no * 104729 + year * 1299709 + sex * 15485863
        + band * 32452843 + ${SEED}::int) * 1103515245 % 2147483648)::float8 / 2147483648 as share) chance
      order by year, indicator.no, area.n, sex, band`.execute(db(tx));
    return { areas, rows: Number(numAffectedRows ?? 0) };
  });
}

function actorOf(reader: ProfileBench["reader"], area: AreaId, areas: readonly AreaId[]): Actor {
  if (reader === "visitor") return VISITOR;
  if (reader === "service") return service("cli");
  return {
    kind: "person",
    userId: "bench" as never,
    name: "bench",
    memberships: [{ organisationId: "bench" as never, role: "coordinator", areas: [area] }],
    reach: areas.slice(0, 30).includes(area) ? areas.slice(0, 30) : [area, ...areas.slice(0, 29)],
  };
}

if (import.meta.main)
  console.table(
    await benchProfile(
      process.argv.slice(2).map(Number).filter(Boolean).length
        ? process.argv.slice(2).map(Number)
        : undefined,
    ),
  );

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pino from "pino";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { FOUND_AREAS, loadReferenceAreas } from "#foundation/areas/public.ts";
import { FOUND_ORGANISATIONS } from "#foundation/organisations/public.ts";
import { findThings, refreshSearch } from "#foundation/search/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { openConfigured } from "#platform/db/open.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { FOUND_OFFERS, FOUND_REQUESTS, FOUND_WINDOWS } from "#programmes/support/public.ts";

export type SearchBench = Readonly<{ name: string; median_ms: number; p95_ms: number | undefined }>;

const AREA = "sma-32-02" as AreaId;
const THINGS = 100_000;
const ROUNDS = 200;
const KINDS = [FOUND_WINDOWS, FOUND_AREAS, FOUND_REQUESTS, FOUND_OFFERS, FOUND_ORGANISATIONS];
const COORDINATOR: Actor = {
  kind: "person",
  userId: "bench" as never,
  name: "bench",
  memberships: [{ organisationId: "bench" as never, role: "coordinator", areas: [AREA] }],
  reach: [AREA],
};
/** Each is held by thousands of things. */
const TWO_LETTERS = ["浜田", "医師", "歯科", "健診", "血圧", "協会", "工業", "ha"];

/** Searching 100,000 things by two letters, and looking for what changed of them. */
export async function benchSearch(): Promise<SearchBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-search-"));
  const config = readConfig({ YUI_DATA: join(folder, "data") });
  const opened = await openConfigured(config);
  await openKeys(config, opened.db);
  const { db: rows, pool, sensitive } = opened;
  const app: App = {
    ...{ config, db: rows, pool, sensitive },
    clock: fixedClock("2026-11-22T01:00:00Z"),
    log: pino({ level: "silent" }),
    stamp: stampOf(config),
  };
  try {
    await loadReferenceAreas(app);
    await fill(app);
    const built = await times(1, () => refreshSearch(app, KINDS));
    const again = await times(10, () => refreshSearch(app, KINDS));
    const results: SearchBench[] = [
      { name: "all words written", ...built, p95_ms: undefined },
      { name: "looked for what changed", ...again },
    ];
    for (const [who, actor] of [
      ["visitor", VISITOR],
      ["secretariat", COORDINATOR],
    ] as const) {
      const look = async (round: number) => {
        const text = TWO_LETTERS[round % TWO_LETTERS.length]!;
        const found = expectOk(await findThings(app, actor, { text, kinds: KINDS, most: 6 }));
        if (found.length === 0) throw new Error(`nothing was found for ${text}`);
      };
      await times(20, look);
      results.push({ name: `a word of two letters, searched by a ${who}`, ...(await times(ROUNDS, look)) });
    }
    return results;
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function times(rounds: number, work: (round: number) => Promise<unknown>) {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work(round);
    taken.push(performance.now() - begun);
  }
  taken.sort((a, b) => a - b);
  return { median_ms: taken[Math.floor(rounds / 2)]!, p95_ms: taken[Math.floor(rounds * 0.95)]! };
}

/** Half of them organisations of all areas, every other one published; half of them requests of one area. */
const fill = (app: App) =>
  withRows(app.db, { actor: "<bench>", areas: "all" }, async (tx) => {
    await sql`insert into organisation (area_id, id, name, kana, sort_key, sector, address, published, version, origin,
        created_at, updated_at, updated_by)
      select place.id, gen_random_uuid(), place.name || (array['医師会','歯科医師会','健診センター','工業会','血圧管理協会'])[1 + n % 5] || n,
        coalesce(place.kana, '') || 'いしかい', 'x', 'npo', place.name || n % 900 || '番地', n % 2 = 0, 1, 'form', now(), now(), 'bench'
      from generate_series(1, ${THINGS / 2}::int) n
      join (select *, row_number() over (order by id) as at, count(*) over () as all_areas from area where valid_to is null) place
        on place.at = 1 + n % place.all_areas`.execute(db(tx));
    await sql`insert into support_request (area_id, id, number, once_key, made_at, made_on, made_by, channel, language, workplace,
        workplace_key, industry, size, people, place, came_before, needs, status, status_since)
      select ${AREA}, gen_random_uuid(), 'N' || n, 'k' || n, now(), '2026-11-01', 'bench', 'web', 'ja',
        (array['浜田','江津','石見','三隅'])[1 + n % 4] || (array['工業','水産','歯科医院','血圧計製作所'])[1 + n % 3] || n % 9000, 'w' || n,
        'ceramics', 10, 10, 'on_site', true, '[]', 'new', now()
      from generate_series(1, ${THINGS / 2}::int) n`.execute(db(tx));
  });

if (import.meta.main) console.table(await benchSearch());

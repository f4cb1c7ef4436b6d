import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { from as copyFrom } from "pg-copy-streams";
import pino from "pino";
import {
  drawResources,
  findResources,
  importResources,
  printResources,
  readFind,
  refreshDirectory,
} from "#evidence/directory/public.ts";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { openConfigured } from "#platform/db/open.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { stampOf } from "#platform/sealing/secret.ts";

export type DirectoryBench = Readonly<{ name: string; ours: number; baseline: number | null; note: string }>;

const AREA = "sma-32-02" as AreaId;
/** Smaller on a machine that has other work: `YUI_BENCH_ENTRIES=10000`. */
const ENTRIES = Number(process.env.YUI_BENCH_ENTRIES ?? 200_000);
/** The import alone: `YUI_BENCH_PART=import`. */
const IMPORT_ONLY = process.env.YUI_BENCH_PART === "import";
const A_SECOND = 100;
const SECONDS = 3;
const POINTS = 5000;
const PRINTED = 300;
const ASKED = [
  "q=禁煙外来 土曜",
  "q=浜田 内科",
  "topic=checkup&free=1",
  "q=はまだ",
  "kind=clinic&size=5",
  "q=血圧",
];

/** A list of facilities, then search, map and booklet over it. */
export async function benchDirectory(): Promise<DirectoryBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-directory-"));
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
    const file = join(folder, "facilities.csv");
    writeFileSync(file, facilities(ENTRIES));
    const copied = await timed(() => copy(app, file));
    const imported = await timed(() => take(app, file));
    const taken = {
      name: `${ENTRIES} facilities taken in`,
      ours: imported,
      baseline: copied,
      note: "baseline: raw COPY of the file",
    };
    if (IMPORT_ONLY) return [taken];
    // So many as the search is measured over.
    await thin(app, ENTRIES / 2);
    const indexed = await timed(() => refreshDirectory(app));
    const answers = await search(app);
    const drawn = await times(20, async () => {
      const asked = readFind(new URLSearchParams("kind=clinic"));
      expectOk(await drawResources(app, VISITOR, { area: AREA, asked, language: "ja" }));
    });
    await thin(app, PRINTED);
    await refreshDirectory(app);
    const printed = await times(3, async () => {
      expectOk(await printResources(app, VISITOR, { area: AREA, form: "a5", language: "ja" }));
    });
    return [
      taken,
      { name: `${ENTRIES / 2} entries indexed`, ours: indexed, baseline: null, note: "by the round" },
      {
        name: `search of ${ENTRIES / 2} at ${A_SECOND} a second`,
        ours: answers.median,
        baseline: null,
        note: told(answers),
      },
      { name: `map of ${POINTS} points`, ours: drawn.median, baseline: null, note: told(drawn) },
      { name: `booklet of ${PRINTED} entries`, ours: printed.median, baseline: null, note: told(printed) },
    ];
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const told = ({ p95 }: { p95: number }) => `95 % under ${p95.toFixed(1)} ms`;

const TOPICS = ["禁煙外来", "健診", "血圧の相談", "運動教室", "歯科"];
const facilities = (count: number): string =>
  [
    "NO,名称,名称_カナ,医療機関の種類,市区町村コード,住所,緯度,経度,電話番号,診療曜日,診療開始時間,診療終了時間,説明,料金",
    ...Array.from({ length: count }, (_, n) => {
      const [lat, lng] = [34.7 + ((n * 7919) % 4000) / 10_000, 131.9 + ((n * 104_729) % 5000) / 10_000];
      const days = n % 3 === 0 ? "月火水木金土" : "月火水木金";
      return `${n},見本医院${n},ミホンイイン${n},${n % 4 === 0 ? "病院" : "診療所"},32202,島根県浜田市見本町${n},${lat.toFixed(5)},${lng.toFixed(5)},0855-${n % 100}-${n % 10_000},${days},9:00,17:30,${TOPICS[n % 5]}の案内,${n % 2 ? "無料" : "500円"}`;
    }),
  ].join("\n");

const COLUMNS = 14;
async function copy(app: App, file: string): Promise<void> {
  const client = await app.pool.connect();
  try {
    await client.query(
      `create temp table bare (${Array.from({ length: COLUMNS }, (_, n) => `c${n} text`).join(", ")})`,
    );
    await pipeline(
      createReadStream(file),
      client.query(copyFrom("copy bare from stdin (format csv, header)")),
    );
  } finally {
    client.release(true);
  }
}

async function take(app: App, path: string): Promise<void> {
  const wanted = { area: AREA, path, name: "facilities.csv", wish: "take" } as const;
  const { counts } = expectOk(await importResources(app, service("cli"), wanted));
  if (counts.added !== ENTRIES) throw new Error(`only ${counts.added} of ${ENTRIES} were taken in`);
}

/** Leaves the first so many listed. */
const thin = (app: App, count: number) =>
  withRows(app.db, { actor: "<bench>", areas: "all" }, (tx) =>
    sql`update directory_resource set state = 'draft', indexed = false
      where state = 'listed' and source_key::int >= ${count}`.execute(db(tx)),
  );

/** Asked at fixed times whatever the answers take, so that waiting for each other counts. */
async function search(app: App) {
  const taken: number[] = [];
  const look = async (round: number) => {
    const asked = readFind(new URLSearchParams(ASKED[round % ASKED.length]!));
    const begun = performance.now();
    expectOk(await findResources(app, VISITOR, { area: AREA, asked, language: "ja" }));
    taken.push(performance.now() - begun);
  };
  for (let round = 0; round < 12; round += 1) await look(round);
  taken.length = 0;
  const waiting: Promise<void>[] = [];
  for (let round = 0; round < A_SECOND * SECONDS; round += 1) {
    waiting.push(look(round));
    await new Promise((go) => setTimeout(go, 1000 / A_SECOND));
  }
  await Promise.all(waiting);
  return summary(taken);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function times(rounds: number, work: () => Promise<unknown>) {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await timed(work));
  return summary(taken);
}

function summary(taken: number[]) {
  taken.sort((a, b) => a - b);
  return { median: taken[Math.floor(taken.length / 2)]!, p95: taken[Math.floor(taken.length * 0.95)]! };
}

if (import.meta.main) console.table(await benchDirectory());

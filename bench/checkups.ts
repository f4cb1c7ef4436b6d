import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import iconv from "iconv-lite";
import { sql } from "kysely";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { inTransaction } from "#platform/db/database.ts";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { DATABASE, openConfigured } from "#platform/db/open.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openLog } from "#platform/log.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { AGREED_ITEMS } from "../src/sensitive/checkups/agreements/provider-agreement.schema.ts";
import { saveAgreement } from "../src/sensitive/checkups/agreements/provider-agreement.usecases.server.ts";
import { publishCheckups } from "../src/sensitive/checkups/editions/checkup-edition.usecases.server.ts";
import { readPicture } from "../src/sensitive/checkups/picture/checkup-picture.queries.server.ts";
import { CheckupQuestion } from "../src/sensitive/checkups/questions/checkup-question.schema.ts";
import { askCheckups } from "../src/sensitive/checkups/questions/checkup-question.usecases.server.ts";
import { writeDocuments } from "./checkup-documents.ts";
import { ANALYST, AREA } from "./checkup-place.ts";
import { FEATURES, headerOf, records } from "./checkup-records.ts";
import { watchedProcess } from "./watched-process.ts";

const YEAR = 2025;
const ROWS = Number(process.env.YUI_BENCH_ROWS ?? 1_000_000);
const LINES_AT_ONCE = 5000;
const ROUNDS = 20;
const DOCUMENTS = Number(process.env.YUI_BENCH_DOCUMENTS ?? 10_000);
const IMPORT = new URL("./checkups-import.ts", import.meta.url).pathname;

export type CheckupsBench = Readonly<{
  rows: number;
  copy_ms: number;
  import_ms: number;
  peak_rss_mb: number;
  /** All figures of the picture; the findings of one indicator by sex and age from the cube; the same by direct SQL. */
  picture_ms: number;
  cube_ms: number;
  direct_ms: number;
  question_ms: number;
  /** So many documents of the national XML in a ZIP, taken in from end to end. */
  documents: number;
  documents_ms: number;
  documents_rss_mb: number;
}>;

/** A file of checkups as an insurer brings it, of 20 columns in CP932 with a bad row in a hundred, beside a raw COPY of it. */
export async function benchCheckups(rows = ROWS): Promise<CheckupsBench> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-checkups-"));
  const data = join(folder, "data");
  const config = readConfig({ YUI_DATA: data });
  const opened = await openConfigured(config);
  const app: App = {
    ...{ config, db: opened.db, pool: opened.pool, sensitive: opened.sensitive },
    ...{ clock: systemClock, log: openLog("error"), stamp: stampOf(config) },
  };
  const embedded = await joinEmbeddedServer(data);
  const server = new pg.Client(embedded.as(SUPERUSER, DATABASE));
  try {
    await loadReferenceAreas(app);
    const agreement = await agreed(app);
    const file = join(folder, "kenshin.csv");
    await writeRecords(file, rows);
    await server.connect();
    const copy_ms = await rawCopy(server, file);
    const { ms, peak } = await watchedProcess([IMPORT, data, file, agreement]);
    await server.query("analyze sensitive.checkup_record, sensitive.checkup_cube");
    expectOk(await publishCheckups(app, ANALYST, { area: AREA }, { year: YEAR }));
    const question = CheckupQuestion.parse({ indicator: "blood_pressure", groups: ["sex", "age"] });
    const counted = await timed(1, () => direct(app));
    const fromCube = await timed(ROUNDS, () => cube(app));
    if (JSON.stringify(counted.value) !== JSON.stringify(fromCube.value))
      throw new Error("the cube says something else than the records");
    const picture = await timed(ROUNDS, () => readPicture(app, ANALYST, { area: AREA }));
    const asked = await timed(ROUNDS, () => askCheckups(app, ANALYST, { area: AREA, question }));
    const archive = join(folder, "kenshin.zip");
    await writeDocuments(archive, DOCUMENTS);
    const documents = await watchedProcess([IMPORT, data, archive, agreement]);
    return {
      ...{ rows, copy_ms, import_ms: ms, peak_rss_mb: peak },
      ...{ cube_ms: fromCube.ms, direct_ms: counted.ms, picture_ms: picture.ms, question_ms: asked.ms },
      ...{ documents: DOCUMENTS, documents_ms: documents.ms, documents_rss_mb: documents.peak },
    };
  } finally {
    await server.end();
    await opened.close();
    await embedded.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function agreed(app: App): Promise<string> {
  const id = newId() as string;
  const agreement = {
    ...{
      provider: "見本国保",
      kind: "nhi",
      ground: "law",
      groundText: "見本",
      smallest: "10",
      yearsKept: "5",
    },
    ...{ items: AGREED_ITEMS, combine: ["municipality"], fromDay: "2020-04-01", untilDay: "2099-03-31" },
  };
  expectOk(await saveAgreement(app, ANALYST, { area: AREA, id }, agreement));
  return id;
}

const COLUMNS = { features: FEATURES.slice(0, 14) };

async function writeRecords(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  const encoder = iconv.getEncoder("cp932");
  let lines = [headerOf(COLUMNS).join(",")];
  const send = async () => {
    if (!file.write(encoder.write(`${lines.join("\r\n")}\r\n`))) await once(file, "drain");
    lines = [];
  };
  const of = { seed: 1, persons: rows, year: YEAR, ages: [40, 74], place: 0, badEvery: 100 } as const;
  for (const { cells } of records({ ...of, ...COLUMNS, municipalities: ["32202", "32207"] })) {
    lines.push(cells.join(","));
    if (lines.length >= LINES_AT_ONCE) await send();
  }
  await send();
  file.end();
  await once(file, "finish");
}

async function rawCopy(server: pg.Client, file: string): Promise<number> {
  const columns = headerOf(COLUMNS).map((_, i) => `c${i} text`);
  await server.query(`create table raw (${columns.join(", ")})`);
  const begun = performance.now();
  const into = server.query(copyFrom("copy raw from stdin (format csv, header, encoding 'SJIS')"));
  await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), into);
  const took = performance.now() - begun;
  await server.query("drop table raw");
  return took;
}

async function timed<T>(rounds: number, work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const took: number[] = [];
  let value: T | undefined;
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    value = await work();
    took.push(performance.now() - begun);
  }
  return { ms: took.sort((a, b) => a - b)[Math.floor(rounds / 2)]!, value: value as T };
}

type Found = { sex: number; band: number; examined: number; found: number };
const asked = (app: App, query: ReturnType<typeof sql<Found>>) =>
  inTransaction(app.sensitive.db, scopeOf(ANALYST), async (tx) => (await query.execute(tx)).rows);

const cube = (app: App) =>
  asked(
    app,
    sql<Found>`select sex, age_band as band, sum(examined)::int as examined, sum(found)::int as found
      from sensitive.checkup_cube
      where area_id = ${AREA} and definition = 1 and fiscal_year = ${YEAR} and indicator = 'blood_pressure'
      group by 1, 2 order by 1, 2`,
  );

/** High blood pressure as the records have it: the places of its two columns are the same in all of them. */
const direct = (app: App) =>
  asked(
    app,
    sql<Found>`with place as (
        select max(at) filter (where item = 'sbp')::int as sbp, max(at) filter (where item = 'dbp')::int as dbp
        from (select item, row_number() over (order by position) as at from sensitive.checkup_column) as columns)
      select sex, (age_at_end / 5 * 5)::int as band, count(*)::int as examined,
        (count(*) filter (where numbers[sbp] >= 130 or numbers[dbp] >= 85))::int as found
      from sensitive.checkup_record, place
      where area_id = ${AREA} and fiscal_year = ${YEAR} and counted and not withdrawn
      group by 1, 2 order by 1, 2`,
  );

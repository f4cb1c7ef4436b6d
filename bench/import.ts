import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { loadReferenceIndicators } from "#evidence/indicators/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { readConfig } from "#platform/config/config.ts";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { DATABASE, openConfigured } from "#platform/db/open.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { openLog } from "#platform/log.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { writeObservations } from "./import-file.ts";
import { watchedProcess } from "./watched-process.ts";

const ROWS = 1_000_000;
const ROUNDS = 3;

export type ImportBench = Readonly<{
  rows: number;
  megabytes: number;
  /** Each round: raw COPY of the file, then the whole command, beside each other. */
  rounds: readonly Readonly<{ copy_ms: number; import_ms: number; ratio: number; peak_rss_mb: number }>[];
  /** The same file once more, when all its figures stand already. */
  again_ms: number;
  /** What the command takes to start and end around any work. */
  start_ms: number;
}>;

/**
 * `yui import observations` of a large file beside a raw COPY of it into a bare table of the same server. The time of
 * the command is that of the whole process, its start included.
 */
export async function benchImport(rows = ROWS): Promise<ImportBench> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-import-"));
  const environment = { YUI_DATA: join(folder, "data") };
  const opened = await openConfigured(readConfig(environment));
  const app = {
    ...opened,
    config: readConfig(environment),
    clock: systemClock,
    log: openLog("error"),
    stamp: stampOf(readConfig(environment)),
  };
  const embedded = await joinEmbeddedServer(environment.YUI_DATA);
  const server = new pg.Client(embedded.as(SUPERUSER, DATABASE));
  try {
    await loadReferenceAreas(app);
    await loadReferenceIndicators(app);
    const { rows: areas } = await opened.pool.query<{ id: string }>(
      "select id from area where kind = 'municipality' order by id",
    );
    const file = join(folder, "observations.csv");
    await writeObservations(
      file,
      areas.map(({ id }) => id),
      rows,
    );
    await server.connect();
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      await server.query("truncate observation, observation_history");
      await server.query("checkpoint");
      const copy_ms = await rawCopy(server, file);
      const { ms, peak } = await command(environment, ["import", "observations", file, "--yes"]);
      rounds.push({ copy_ms, import_ms: ms, ratio: ms / copy_ms, peak_rss_mb: peak });
    }
    const again = await command(environment, ["import", "observations", file, "--yes"]);
    const idle = await command(environment, ["import", "list"]);
    return { rows, megabytes: statSync(file).size / 1e6, rounds, again_ms: again.ms, start_ms: idle.ms };
  } finally {
    await server.end();
    await opened.close();
    await embedded.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rawCopy(server: pg.Client, file: string): Promise<number> {
  await server.query(
    "create table raw (fiscal_year integer, area text, indicator text, sex text, age_band text, source text, numerator bigint, denominator bigint)",
  );
  const begun = performance.now();
  const into = server.query(copyFrom("copy raw from stdin (format csv, header)"));
  await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), into);
  const took = performance.now() - begun;
  await server.query("drop table raw");
  return took;
}

const command = (environment: Readonly<Record<string, string>>, words: readonly string[]) =>
  watchedProcess(["src/cli.ts", ...words], environment);

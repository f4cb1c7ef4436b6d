import { createInterface } from "node:readline";
import type pg from "pg";
import { readConfig } from "#platform/config/config.ts";
import { openPool } from "#platform/db/connection.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { DATABASE, openConfigured } from "#platform/db/open.ts";

/**
 * A process that works on a data folder, told what to do line by line: `write`, `count`, `leave`. It says `ready` when
 * the database is open.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { close } = await openConfigured(config);
  const server = await joinEmbeddedServer(config.dataFolder);
  const pool = openPool({ ...server.as(SUPERUSER, DATABASE), max: 1 });
  // "if not exists" alone lets two that come at once trip over each other.
  await pool.query(
    "begin; select pg_advisory_xact_lock(1); create table if not exists kept (id uuid primary key default gen_random_uuid()); commit",
  );
  say("ready");
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === "leave") break;
    say(await answer(pool, line));
  }
  await pool.end();
  await close();
  await server.leave();
}

async function answer(pool: pg.Pool, line: string): Promise<string> {
  try {
    if (line === "write") {
      await pool.query("insert into kept default values");
      return "written";
    }
    const { rows } = await pool.query<{ count: number }>("select count(*)::int as count from kept");
    return String(rows[0]!.count);
  } catch (error) {
    return `failed ${(error as { code?: string }).code}`;
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  await main();
} catch (error) {
  if (!(error instanceof DatabaseUnusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Runs the units on the oldest PostgreSQL that we promise to work with, where Debian's package of it is installed:
 * a private cluster in a temporary folder, gone afterwards. Words after the command narrow the tests down.
 */
const BIN = process.env.POSTGRES_15_BIN ?? "/usr/lib/postgresql/15/bin";
const SOCKET_ONLY = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200"];
const READY_TRIES = 200;

/** PostgreSQL does not run as root: root takes the OS user that Debian's package made. */
function identity(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entry = readFileSync("/etc/passwd", "utf8").match(/^postgres:[^:]*:(\d+):(\d+):/m);
  if (!entry) throw new Error("PostgreSQL 15 is installed, but there is no OS user postgres.");
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "yui-pg15-"));
  const user = identity();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = {
    cwd: folder,
    stdio: "ignore",
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
    ...user,
  } as const;
  const data = join(folder, "data");
  const made = spawnSync(
    join(BIN, "initdb"),
    ["-D", data, "-U", "yui_test", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    options,
  );
  if (made.status !== 0)
    throw new Error(`initdb of PostgreSQL 15 failed (${made.status ?? made.error?.message})`);
  const server = spawn(join(BIN, "postgres"), ["-D", data, "-k", folder, ...SOCKET_ONLY], options);
  const gone = new Promise((resolve) => server.once("exit", resolve));
  try {
    await ready(folder);
    process.stdout.write("units on PostgreSQL 15\n");
    return units(`postgresql://yui_test@localhost/postgres?host=${encodeURIComponent(folder)}`);
  } finally {
    server.kill("SIGINT");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ready(folder: string): Promise<void> {
  for (let tries = 0; tries < READY_TRIES; tries++) {
    if (spawnSync(join(BIN, "pg_isready"), ["-q", "-h", folder]).status === 0) return;
    await wait(50);
  }
  throw new Error("PostgreSQL 15 did not become ready");
}

function units(url: string): number {
  const vitest = join(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs");
  const words = process.argv.slice(2);
  // The statistics and the checks ask no database, and the embedded server is another one. What `test/external` tries
  // is a server of somebody else's.
  const tests =
    words.length > 0 ? words : ["src/", "test/external", "--exclude", "src/platform/db/embedded.test.ts"];
  const { status } = spawnSync(process.execPath, [vitest, "run", ...tests], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, YUI_TEST_DATABASE_URL: url },
  });
  return status ?? 1;
}

if (existsSync(join(BIN, "postgres"))) process.exitCode = await main();
else process.stdout.write("PostgreSQL 15 is not installed here; the units ran on the embedded one only\n");

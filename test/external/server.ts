import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findEngine } from "#platform/db/engine.ts";
import { freePort } from "../attack/service.ts";

const DEBIANS = process.env.POSTGRES_15_BIN ?? "/usr/lib/postgresql/15/bin";
/** Where the binaries are of the oldest PostgreSQL that we work with, and of the one that we bring. */
export const SERVERS = {
  "PostgreSQL 15 (skipped where Debian's is not installed)": existsSync(join(DEBIANS, "postgres"))
    ? DEBIANS
    : undefined,
  "PostgreSQL 18": findEngine().bin,
};

export type ExternalServer = Awaited<ReturnType<typeof startExternalServer>>;

/** A PostgreSQL of somebody else's on loopback, in a folder of its own, as empty as `initdb` leaves it. */
export async function startExternalServer(bin: string) {
  const folder = mkdtempSync(join(tmpdir(), "yui-external-"));
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const options = { cwd: folder, stdio: "ignore", ...user } as const;
  const data = join(folder, "data");
  const made = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"],
    options,
  );
  if (made.status !== 0) throw new Error(`initdb of ${bin} failed`);
  const run = () =>
    spawn(
      join(bin, "postgres"),
      ["-D", data, "-k", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1"],
      options,
    );
  let server = run();
  const connected = async (database: string) => {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database });
    await client.connect();
    return client;
  };
  const asked = async (statement: string, database = "postgres") => {
    const client = await connected(database);
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };
  const ready = async () => {
    for (;;) {
      const up = await connected("postgres").then(
        (client) => client.end().then(() => true),
        () => false,
      );
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await ready();
  return {
    asked,
    url: (name: string, database = "yui") => `postgresql://${name}@127.0.0.1:${port}/${database}`,
    /** As `pg_ctl restart -m fast` does. */
    async restart() {
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
      server = run();
      await ready();
    },
    async stop() {
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresUser(): { uid: number; gid: number } {
  const entry = readFileSync("/etc/passwd", "utf8").match(/^postgres:[^:]*:(\d+):(\d+):/m);
  if (!entry) throw new Error("There is no OS user postgres, and PostgreSQL does not run as root.");
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

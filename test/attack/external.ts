import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./service.ts";

const BIN = process.env.POSTGRES_15_BIN ?? "/usr/lib/postgresql/15/bin";
export const postgres15 = existsSync(join(BIN, "postgres"));

/** A PostgreSQL 15 on loopback, as Debian's package brings it, in a folder of its own. */
export async function startPostgres15() {
  const folder = mkdtempSync(join(tmpdir(), "yui-attack-pg15-"));
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const options = { cwd: folder, stdio: "ignore", ...user } as const;
  const data = join(folder, "data");
  const made = spawnSync(
    join(BIN, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"],
    options,
  );
  if (made.status !== 0) throw new Error("initdb of PostgreSQL 15 failed");
  const run = () =>
    spawn(
      join(BIN, "postgres"),
      ["-D", data, "-k", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1"],
      options,
    );
  let server = run();
  const asked = async (statement: string, database = "postgres") => {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };
  const ready = async () => {
    while (spawnSync(join(BIN, "pg_isready"), ["-q", "-h", folder, "-p", String(port)]).status !== 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await ready();
  return {
    asked,
    url: (name: string) => `postgresql://${name}@127.0.0.1:${port}/yui`,
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
  if (!entry) throw new Error("PostgreSQL 15 is installed, but there is no OS user postgres.");
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

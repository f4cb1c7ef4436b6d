import { spawn, spawnSync } from "node:child_process";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { DatabaseUnusable } from "./database-error.ts";
import { type Engine, findEngine } from "./engine.ts";

/**
 * The PostgreSQL server of a data folder, shared by every process that works on that folder.
 *
 * Nobody owns it: whoever comes first starts it, the others join, and the last to leave stops it. Each
 * process holds a shared advisory lock while it works; who gets the exclusive lock when leaving was the last.
 * A process that was killed lost its lock with its connection, so nothing is left to clean up.
 */
export type EmbeddedServer = Readonly<{
  /** For `host` of a connection: the folder of the Unix socket. */
  socketFolder: string;
  leave(): Promise<void>;
}>;

export const SUPERUSER = "yui_super";
/** Raised when a newer Yui lays the data folder out in another way. */
const FOLDER_FORMAT = 1;
const PRESENCE_LOCK = 7_361_001;
const START_LIMIT_MS = 60_000;
/** sun_path of a Unix socket holds 107 bytes; the longest name PostgreSQL adds is `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 90;

export async function joinEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  prepareFolder(dataFolder);
  const cluster = join(dataFolder, "pg");
  const short = shortPath(cluster);
  let leaving = false;
  let presence: pg.Client;

  const join_ = async () => {
    presence = await connectOrStart(dataFolder, cluster, short.path);
    presence.on("error", () => {
      // The server went away under us (killed, out of memory): the pool's next query finds it started again.
      if (!leaving) void join_();
    });
  };
  await join_();

  return {
    socketFolder: short.path,
    async leave() {
      leaving = true;
      await presence.end();
      await stopIfLast(cluster, short.path);
      short.remove();
    },
  };
}

function prepareFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK | constants.X_OK);
    const format = join(dataFolder, "format");
    if (!existsSync(format)) writeFileSync(format, `${FOLDER_FORMAT}\n`);
    const found = Number(readFileSync(format, "utf8"));
    if (found > FOLDER_FORMAT) {
      throw new DatabaseUnusable(
        `The data folder ${dataFolder} was written by a newer version of Yui; start that version.`,
      );
    }
  } catch (error) {
    throw explained(error, dataFolder);
  }
}

async function connectOrStart(dataFolder: string, cluster: string, socketFolder: string): Promise<pg.Client> {
  const deadline = Date.now() + START_LIMIT_MS;
  let started = false;
  while (Date.now() < deadline) {
    const client = await tryConnect(socketFolder);
    if (client) return client;
    if (!existsSync(join(cluster, "PG_VERSION"))) await createCluster(dataFolder, cluster);
    const server = await startServer(dataFolder, cluster, started);
    started = server === "running";
    await wait(40);
  }
  throw new DatabaseUnusable(
    `PostgreSQL did not become ready within 60 seconds; its log is ${join(dataFolder, "postgres.log")}.`,
  );
}

async function tryConnect(socketFolder: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    host: socketFolder,
    user: SUPERUSER,
    database: "postgres",
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    // Waits while the last process stops the server, and then fails with its connection.
    await client.query("select pg_advisory_lock_shared($1)", [PRESENCE_LOCK]);
    client.removeAllListeners("error");
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return undefined;
  }
}

/** Makes the cluster in a folder of its own and moves it into place, so that a start cut short leaves nothing half made. */
async function createCluster(dataFolder: string, cluster: string): Promise<void> {
  const engine = findEngine();
  const draft = mkdtempSync(join(dataFolder, "pg-new-"));
  if (engine.user) chownSync(draft, engine.user.uid, engine.user.gid);
  const made = spawnSync(
    join(engine.bin, "initdb"),
    // Sorting and case belong to each query's own collation, so the default one may be the fast C.
    [
      "-D",
      here(draft),
      "-U",
      SUPERUSER,
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    { ...processOptions(engine, draft), encoding: "utf8" },
  );
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw explained(new Error(made.stderr || String(made.error)), dataFolder);
  }
  try {
    renameSync(draft, cluster);
  } catch {
    // Two first starts at once: the other one's cluster stands already.
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Starts the server unless one runs. `refused` means that another process was faster, which is as good. */
async function startServer(
  dataFolder: string,
  cluster: string,
  alreadyStarted: boolean,
): Promise<"running" | "refused"> {
  if (alreadyStarted) return "running";
  const engine = findEngine();
  const major = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (!engine.version.startsWith(`${major}.`)) {
    throw new DatabaseUnusable(
      `The data folder ${dataFolder} belongs to PostgreSQL ${major}, this Yui brings ${engine.version}; start the version of Yui that wrote it, or restore a dump.`,
    );
  }
  const log = openSync(join(dataFolder, "postgres.log"), "a", 0o600);
  const server = spawn(
    join(engine.bin, "postgres"),
    ["-D", here(cluster), ...SETTINGS.flatMap((setting) => ["-c", setting])],
    {
      ...processOptions(engine, cluster),
      // Its own process group: Ctrl-C in the terminal is for the app, which stops the server in its turn.
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  server.unref();
  const failed = new Promise<"refused">((resolve) => {
    server.once("exit", () => resolve("refused"));
    server.once("error", () => resolve("refused"));
  });
  const outcome = await Promise.race([failed, wait(150).then(() => "running" as const)]);
  if (outcome === "refused") {
    const reason =
      readFileSync(join(dataFolder, "postgres.log"), "utf8")
        .slice(-2000)
        .match(/(FATAL|PANIC):.*/g)
        ?.at(-1) ?? "";
    // A lock file means that another process was faster.
    if (!/lock file/.test(reason)) throw explained(new Error(reason), dataFolder);
  }
  return outcome;
}

/**
 * Settings of the embedded server. The log must hold no personal data: no statements, no parameters, and
 * no details of errors, which quote rows.
 */
const SETTINGS = [
  "listen_addresses=",
  "unix_socket_directories=.",
  "unix_socket_permissions=0700",
  "max_connections=100",
  "shared_buffers=256MB",
  "max_wal_size=2GB",
  "wal_compression=on",
  "jit=off",
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
  "log_parameter_max_length_on_error=0",
  "timezone=UTC",
];

/**
 * The cluster folder as the server is told of it. On Linux its own working folder, by the link that the kernel
 * keeps for each process: so it never has to walk down from `/`, and the project may stand where only root may enter.
 */
const here = (folder: string) => (process.platform === "linux" ? "/proc/self/cwd" : folder);

function processOptions(engine: Engine, cwd: string) {
  return { cwd, env: { PATH: "/usr/bin:/bin", LC_ALL: "C" }, ...(engine.user ?? {}) };
}

async function stopIfLast(cluster: string, socketFolder: string): Promise<void> {
  const client = new pg.Client({
    host: socketFolder,
    user: SUPERUSER,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("select pg_try_advisory_lock($1) as last", [PRESENCE_LOCK]);
    if (!rows[0].last) return;
    const pid = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGINT");
    await gone(pid);
  } catch {
    // Nobody answers: it is stopped already.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(20);
  }
}

function shortPath(cluster: string): { path: string; remove(): void } {
  if (Buffer.byteLength(cluster) <= LONGEST_SOCKET_FOLDER) return { path: cluster, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "yui-"));
  symlinkSync(cluster, join(folder, "pg"));
  return { path: join(folder, "pg"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function explained(error: unknown, dataFolder: string): Error {
  if (error instanceof DatabaseUnusable) return error;
  const text =
    error instanceof Error
      ? `${(error as NodeJS.ErrnoException).code ?? ""} ${error.message}`
      : String(error);
  if (/ENOSPC|No space left on device/.test(text)) {
    return new DatabaseUnusable(
      `The disk that holds the data folder ${dataFolder} is full; make room there and start again, nothing was lost.`,
    );
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/.test(text)) {
    return new DatabaseUnusable(
      `The data folder ${dataFolder} may not be written by this user; give the user the right, or set YUI_DATA to another folder.`,
    );
  }
  if (/ENOTDIR|EEXIST/.test(text)) {
    return new DatabaseUnusable(`The data folder ${dataFolder} is not a folder; set YUI_DATA to one.`);
  }
  return new DatabaseUnusable(
    `PostgreSQL could not start in ${dataFolder}: ${text.trim().split("\n").at(-1)}`,
  );
}

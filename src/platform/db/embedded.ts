import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { clusterStands, createCluster } from "./cluster.ts";
import { askForPasswords, clusterPasswords, PRESENCE, SUPERUSER, trustsLocalUsers } from "./cluster-keys.ts";
import { withClient } from "./connection.ts";
import { damaged, explained, prepareDataFolder } from "./data-folder.ts";
import { DatabaseUnusable } from "./database-error.ts";
import { type Launch, launch, stopPostmaster } from "./postmaster.ts";

export { SUPERUSER } from "./cluster-keys.ts";

/**
 * The PostgreSQL server of a data folder, shared by every process that works on that folder.
 *
 * Nobody owns it: whoever comes first starts it, the others join, and the last to leave stops it. Each
 * process holds a shared advisory lock while it works; who gets the exclusive lock when leaving was the last.
 * A process that was killed lost its lock with its connection, so nothing is left to clean up.
 */
export type EmbeddedServer = Readonly<{
  /** A connection as one of its roles. */
  as(role: string, database: string): SignedIn;
  leave(): Promise<void>;
}>;

/** Where the socket is, who, and by which password. */
export type SignedIn = Readonly<{ host: string; user: string; password: string; database: string }>;
type Sign = EmbeddedServer["as"];

const PRESENCE_LOCK = 7_361_001;
const START_LIMIT_MS = 60_000;
/** Recovery after a crash may take long; while the server says that it is at it, we wait. */
const RECOVERY_LIMIT_MS = 15 * 60_000;
const STARTING_UP = "57P03";
const WRONG_PASSWORD = "28P01";
/** No such database, a file that is missing, data that is corrupt. */
const FILES_GONE = /^(3D000|58P01|XX00[12])$/;
const SHUT_DOWN = /^57P0[123]$/;
/** sun_path of a Unix socket holds 107 bytes; the longest name PostgreSQL adds is `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 90;

export async function joinEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  prepareDataFolder(dataFolder);
  const cluster = join(dataFolder, "pg");
  const short = shortPath(cluster);
  const passwords = keysOf(dataFolder);
  const sign: Sign = (role, database) => ({
    host: short.path,
    user: role,
    password: passwords(role),
    database,
  });
  let leaving = false;
  let presence: pg.Client | undefined;
  let joining = Promise.resolve();

  const join_ = async () => {
    const client = await connectOrStart(dataFolder, cluster, sign);
    presence = client;
    client.once("end", () => {
      // The server went away under us (killed, out of memory): start it again, so that the pool's next query finds it.
      if (!leaving) joining = rejoin();
    });
  };
  const rejoin = async () => {
    while (!leaving) {
      try {
        return await join_();
      } catch (error) {
        // Nothing to answer here: queries fail and /readyz says so, until what hinders is mended (a full disk, say).
        await wait(error instanceof DatabaseUnusable ? 1000 : 100);
      }
    }
  };

  try {
    await join_();
  } catch (error) {
    short.remove();
    throw error;
  }
  return {
    as: sign,
    async leave() {
      leaving = true;
      await joining;
      await presence?.end();
      await stopIfLast(cluster, sign);
      short.remove();
    },
  };
}

function keysOf(dataFolder: string) {
  try {
    return clusterPasswords(dataFolder);
  } catch (error) {
    throw explained(error, dataFolder);
  }
}

async function connectOrStart(dataFolder: string, cluster: string, sign: Sign): Promise<pg.Client> {
  const begun = Date.now();
  let deadline = begun + START_LIMIT_MS;
  let server: Launch | undefined;
  while (Date.now() < deadline) {
    const outcome = await tryConnect(cluster, sign);
    if (outcome instanceof pg.Client) return outcome;
    if (outcome === "starting") {
      deadline = Math.min(Date.now() + START_LIMIT_MS, begun + RECOVERY_LIMIT_MS);
    } else {
      server = await ensureLaunched(server, dataFolder, cluster);
    }
    await wait(15);
  }
  throw new DatabaseUnusable(
    `PostgreSQL did not become ready in time; its log is ${join(dataFolder, "postgres.log")}.`,
  );
}

async function ensureLaunched(
  server: Launch | undefined,
  dataFolder: string,
  cluster: string,
): Promise<Launch> {
  const ended = server?.ended();
  if (ended instanceof Error) throw ended;
  if (server && ended === undefined) return server;
  if (ended === "transient") await wait(100);
  try {
    if (!clusterStands(cluster)) createCluster(dataFolder, cluster);
    return launch(dataFolder, cluster);
  } catch (error) {
    throw explained(error, dataFolder);
  }
}

/** A connection that holds the presence lock; or whether the server is on its way, or absent. */
async function tryConnect(cluster: string, sign: Sign): Promise<pg.Client | "starting" | "absent"> {
  const client = new pg.Client({ ...sign(PRESENCE, "postgres"), connectionTimeoutMillis: 5000 });
  // What happens to this connection later is told by its end.
  client.on("error", () => undefined);
  try {
    if (trustsLocalUsers(cluster))
      await withClient({ ...sign(SUPERUSER, "postgres"), connectionTimeoutMillis: 5000 }, (superuser) =>
        askForPasswords(superuser, cluster, (role) => sign(role, "").password),
      );
    await client.connect();
    // Waits while the last process stops the server, and then fails with its connection.
    await client.query("select pg_advisory_lock_shared($1)", [PRESENCE_LOCK]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const { code } = error as { code?: string };
    if (code === WRONG_PASSWORD) throw otherKey(cluster);
    if (code !== undefined && FILES_GONE.test(code)) {
      await stopPostmaster(cluster);
      throw damaged(dirname(cluster), (error as Error).message);
    }
    return code === STARTING_UP ? "starting" : "absent";
  }
}

const otherKey = (cluster: string) =>
  new DatabaseUnusable(
    `The database in ${cluster} was made with another key than the file database.key beside it holds; put back the one that belongs to it.`,
  );

async function stopIfLast(cluster: string, sign: Sign): Promise<void> {
  const client = new pg.Client({ ...sign(PRESENCE, "postgres"), connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    if (await isLast(client)) await stopPostmaster(cluster);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether nobody else works on this server; the answer holds as long as the connection. */
async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.connect();
    const { rows } = await client.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [
      PRESENCE_LOCK,
    ]);
    return rows[0]!.last;
  } catch (error) {
    // The connection is gone: another process was the last in the same moment, and stops the server or has done so.
    if (error instanceof pg.DatabaseError && !SHUT_DOWN.test(error.code ?? "")) throw error;
    return false;
  }
}

function shortPath(cluster: string): { path: string; remove(): void } {
  if (Buffer.byteLength(cluster) <= LONGEST_SOCKET_FOLDER) return { path: cluster, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "yui-"));
  symlinkSync(cluster, join(folder, "pg"));
  return { path: join(folder, "pg"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

import { createHmac, randomBytes } from "node:crypto";
import { chownSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { DatabaseUnusable } from "./database-error.ts";

/** Makes the embedded server's roles and the database. Used at the start alone. */
export const SUPERUSER = "yui_super";
/** May nothing; its connection tells that a process works on the folder. */
export const PRESENCE = "yui_presence";

/** The password of each role of the embedded server. */
export type Passwords = (role: string) => string;

const KEY_FILE = "database.key";
const SETTING_UP_LOCK = 7_361_003;

/**
 * Passwords that are computed from one random key, made at the first start and kept beside the database in a file that
 * only the owner of the data folder reads; the server, where it runs as another OS user, does not.
 */
export function clusterPasswords(dataFolder: string): Passwords {
  const file = join(dataFolder, KEY_FILE);
  const key = readKey(file) ?? makeKey(dataFolder, file);
  return (role) => createHmac("sha256", key).update(role).digest("base64url");
}

function makeKey(dataFolder: string, file: string): string {
  if (!trustsLocalUsers(join(dataFolder, "pg"), true))
    throw new DatabaseUnusable(
      `The file ${file}, which opens the database beside it, is missing; put it back from where the data folder was copied from.`,
    );
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  const { uid, gid } = statSync(dataFolder);
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
  try {
    linkSync(draft, file);
  } catch (error) {
    // Two first starts at once: the other one's key stands already.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}

/** Whether the server accepts local users without a password: a new cluster, or one of an earlier version. */
export function trustsLocalUsers(cluster: string, whereThereIsNone = false): boolean {
  try {
    return /^\s*local\s.*\btrust\s*$/m.test(readFileSync(join(cluster, "pg_hba.conf"), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return whereThereIsNone;
  }
}

/** From here on the server asks everybody for a password. `client` is the superuser's, on a server that asks nobody yet. */
export async function askForPasswords(
  client: pg.Client,
  cluster: string,
  passwords: Passwords,
): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [SETTING_UP_LOCK]);
  if (!trustsLocalUsers(cluster)) return;
  // The passwords are random: rounds that slow down guessing would slow down each new connection for nothing.
  await client.query("set scram_iterations = 1");
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [PRESENCE]);
  if (rowCount === 0) await client.query(`create role ${PRESENCE} login`);
  for (const role of [SUPERUSER, PRESENCE])
    await client.query(`alter role ${role} password ${client.escapeLiteral(passwords(role))}`);
  const file = join(cluster, "pg_hba.conf");
  const draft = `${file}.new`;
  writeFileSync(draft, "local all all scram-sha-256\n", { mode: 0o600 });
  const { uid, gid } = statSync(file);
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
  renameSync(draft, file);
  await client.query("select pg_reload_conf()");
}

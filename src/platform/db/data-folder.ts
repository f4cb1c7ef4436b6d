import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseUnusable } from "./database-error.ts";

/** Raised when a newer Yui lays the data folder out in another way. */
const FOLDER_FORMAT = 1;
/** A new cluster takes 40 MB; a server on a full disk can't even stop in order. */
const LEAST_FREE_BYTES = 64 * 1024 ** 2;

/** Makes the data folder where there is none, and refuses one that can't be worked with. */
export function prepareDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK | constants.X_OK);
    refuseNewerFormat(dataFolder);
    refuseForeignOwner(dataFolder);
  } catch (error) {
    throw explained(error, dataFolder);
  }
  if (isFull(dataFolder)) throw full(dataFolder);
}

function refuseNewerFormat(dataFolder: string): void {
  const format = join(dataFolder, "format");
  if (!existsSync(format)) {
    if (isFull(dataFolder)) throw full(dataFolder);
    writeFileSync(format, `${FOLDER_FORMAT}\n`);
  }
  if (Number(readFileSync(format, "utf8")) > FOLDER_FORMAT) {
    throw new DatabaseUnusable(
      `The data folder ${dataFolder} was written by a newer version of Yui; start that version.`,
    );
  }
}

/** PostgreSQL insists on owning its folder. Root can start it as any user, everybody else as themselves. */
function refuseForeignOwner(dataFolder: string): void {
  const cluster = join(dataFolder, "pg");
  const us = process.getuid?.();
  if (!us || !existsSync(cluster) || statSync(cluster).uid === us) return;
  throw new DatabaseUnusable(
    `The database in ${dataFolder} belongs to another OS user, because Yui was started as root or as that user before; start it so again, or give it to this user (chown -R).`,
  );
}

const isFull = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < LEAST_FREE_BYTES;
};

const full = (dataFolder: string) =>
  new DatabaseUnusable(
    `The disk that holds the data folder ${dataFolder} is full; make room there (64 MB at least) and start again, nothing was lost.`,
  );

/** What PostgreSQL says of files that are not as it wrote them. */
const DAMAGED =
  /pg_control|control file|checkpoint record|could not find the database system|checksum|invalid (page|magic|record)|corrupt/i;

export const damaged = (dataFolder: string, said: string) =>
  new DatabaseUnusable(
    `The database in ${dataFolder} is damaged (${said.trim()}); put the newest backup into a new folder (yui restore, YUI_DATA), and keep this one for whoever looks into it.`,
  );

/** Of one that was running when it was copied: its files are of different moments. */
export const copiedWhileRunning = (dataFolder: string) =>
  new DatabaseUnusable(
    `The data folder ${dataFolder} is a copy that was taken while Yui worked on the original, and such a copy is not sound; copy it anew while Yui is stopped, or use yui backup and yui restore.`,
  );

/** PostgreSQL does not run as root, so a cluster that belongs to root was copied without its owner. */
export function refuseRootsCluster(dataFolder: string): void {
  const cluster = join(dataFolder, "pg");
  if (process.getuid?.() !== 0 || statSync(cluster).uid !== 0) return;
  throw new DatabaseUnusable(
    `The database in ${dataFolder} was copied without its owner (cp -r, say), and PostgreSQL does not work as root; give it back by chown -R postgres ${cluster} and chmod 700 ${cluster}, or copy it anew with cp -a while Yui is stopped.`,
  );
}

/** What went wrong in a data folder, as one sentence that says what to do. */
export function explained(error: unknown, dataFolder: string): Error {
  if (error instanceof DatabaseUnusable) return error;
  const text =
    error instanceof Error
      ? `${(error as NodeJS.ErrnoException).code ?? ""} ${error.message}`
      : String(error);
  if (/ENOSPC|No space left on device/.test(text)) return full(dataFolder);
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/.test(text)) {
    return new DatabaseUnusable(
      `The data folder ${dataFolder} may not be written by this user; give the user the right, or set YUI_DATA to another folder.`,
    );
  }
  if (/ENOTDIR|EEXIST/.test(text)) {
    return new DatabaseUnusable(`The data folder ${dataFolder} is not a folder; set YUI_DATA to one.`);
  }
  if (existsSync(dataFolder) && isFull(dataFolder)) return full(dataFolder);
  if (/invalid permissions/.test(text))
    return new DatabaseUnusable(
      `Others may read the database in ${dataFolder}, and PostgreSQL refuses that; close it by chmod 700 ${join(dataFolder, "pg")}.`,
    );
  const said = text
    .trim()
    .split("\n")
    .find((line) => DAMAGED.test(line));
  if (said !== undefined) return damaged(dataFolder, said);
  const last = text.trim().split("\n").at(-1) || `see ${join(dataFolder, "postgres.log")}`;
  return new DatabaseUnusable(`PostgreSQL could not start in ${dataFolder}: ${last}`);
}

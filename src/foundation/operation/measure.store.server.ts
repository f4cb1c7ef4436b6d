import { readdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import type { App } from "#platform/app.ts";
import { backupMoment } from "#platform/backup/generations.ts";
import { db, tables } from "#platform/db/rows.ts";
import { jobCounts } from "#platform/jobs/jobs.ts";
import { keySourceOf } from "#platform/sealing/open-keys.ts";
import type { OperationPermit } from "./access.ts";
import type { Measures } from "./state.schema.ts";

const DAY_MS = 24 * 3_600_000;
/** What others than the owner may do with a file. */
const OTHERS = 0o077;

/** Measures everything at once; what can't be measured throws. */
export async function measure(permit: OperationPermit, app: App): Promise<Measures> {
  const at = permit.clock.now();
  return {
    at,
    disk: await diskOf(app.config.dataFolder),
    clockMs: await clockAhead(permit),
    mail: await mailOf(permit, at, app.config.smtpUrl !== undefined),
    jobs: await jobCounts(app, new Date(at.getTime() - DAY_MS)),
    log: await logOf(permit),
    backup: await backupsIn(app.config.backupFolder),
    openKeys: await openKeysOf(app),
  };
}

/** The folder itself may not be there where the database is another machine's. */
async function diskOf(folder: string): Promise<Measures["disk"]> {
  const { bavail, blocks, bsize } = await statfs(folder).catch(() => statfs(dirname(folder)));
  return { free: bavail * bsize, size: blocks * bsize };
}

async function clockAhead(permit: OperationPermit): Promise<number> {
  const before = Date.now();
  const { rows } = await sql<{
    at: string;
  }>`select (extract(epoch from clock_timestamp()) * 1000)::text as at`.execute(db(permit));
  return Math.round(Number(rows[0]!.at) - (before + Date.now()) / 2);
}

/** Without a mail server all of it waits, and the doctor says so. */
async function mailOf(permit: OperationPermit, at: Date, sends: boolean): Promise<Measures["mail"]> {
  const waiting = await tables(permit)
    .selectFrom("mailOutbox")
    .select((row) => [row.fn.countAll<string>().as("count"), row.fn.min("writtenAt").as("written")])
    .where("sentAt", "is", null)
    .where("undeliverableAt", "is", null)
    .where("way", "in", ["unsorted", "alone"])
    .executeTakeFirstOrThrow();
  const refused = await tables(permit)
    .selectFrom("mailOutbox")
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("undeliverableAt", ">=", new Date(at.getTime() - DAY_MS))
    .executeTakeFirstOrThrow();
  return {
    waiting: Number(waiting.count),
    // Each try in vain puts the next one off, so the age of the mail tells, not when it is due.
    dueSince: sends ? (waiting.written ?? undefined) : undefined,
    refused: Number(refused.count),
  };
}

async function logOf(permit: OperationPermit): Promise<Measures["log"]> {
  const { count } = await tables(permit)
    .selectFrom("auditWaiting")
    .select((row) => row.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  const last = await tables(permit)
    .selectFrom("auditCheck")
    .select(["at", "findings"])
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return { waiting: Number(count), verifiedAt: last?.at, findings: last?.findings ?? 0 };
}

async function backupsIn(folder: string): Promise<Measures["backup"]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => backupMoment(name)).sort();
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return {
    count: names.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    oldest: names.length > 0 ? backupMoment(names[0]!) : undefined,
    newest: names.length > 0 ? backupMoment(names.at(-1)!) : undefined,
  };
}

async function openKeysOf({ config }: App): Promise<string[]> {
  const source = keySourceOf(config);
  const files = [
    ...(source.kind === "file" ? [source.from] : []),
    join(config.keysFolder, "secret"),
    config.backupKeyFile,
  ];
  const open = await Promise.all(
    files.map(async (file) => {
      // What is not there, or stands in a folder that is closed, nobody reads.
      const found = await stat(file).catch(() => undefined);
      return found && (found.mode & OTHERS) !== 0 ? [file] : [];
    }),
  );
  return open.flat();
}

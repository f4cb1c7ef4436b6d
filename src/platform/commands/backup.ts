import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { identityToRecipient } from "age-encryption";
import type { Command } from "commander";
import { backupBucketOf } from "#platform/backup/backup-bucket.ts";
import { readBackupKey, writeBackupKey } from "#platform/backup/backup-file.ts";
import { backupName, type Generations, outdatedBackups } from "#platform/backup/generations.ts";
import { restoreBackup } from "#platform/backup/restore-backup.ts";
import { differingTables, sumTables, type Written, writeBackup } from "#platform/backup/write-backup.ts";
import { type Config, readConfig } from "#platform/config/config.ts";
import { withClient } from "#platform/db/connection.ts";
import { type OwnerWay, openOwner } from "#platform/db/open.ts";
import { readErased } from "#platform/sealing/erased.ts";
import { secretMarkOf } from "#platform/sealing/secret.ts";
import { json, Refused, report } from "./command.ts";
import { type AfterRestore, registerRestore } from "./restore.ts";

export type BackupParts = Readonly<{
  /** Tables that go in empty. */
  without: ReadonlySet<string>;
  afterRestore: AfterRestore;
}>;

type Options = Readonly<{ json?: boolean; key?: string; to?: string; keep?: string }>;
type Done = Written &
  Readonly<{ checked: boolean; removed: readonly string[]; seconds: number; words: string[] }>;

/** `yui backup`, `yui restore`: the store as one encrypted file, and back. */
export function registerBackup(program: Command, parts: BackupParts): void {
  const backup = program
    .command("backup")
    .description("the whole store as one encrypted file, while it is worked with");

  json(
    backup.command("write", { isDefault: true }).argument("[file]", "where to; without it a new generation"),
  )
    .description("write a backup, and check it by restoring it beside the store")
    .option("--to <recipient>", "for whom: age1…; by default YUI_BACKUP_RECIPIENT, or the key file")
    .option("--key <file>", "the key file: it also allows the check by restoring")
    .option("--keep <days,weeks,months>", "how many generations stay in the folder of backups", "7,5,12")
    .action(async (file: string | undefined, options: Options) => {
      const done = await write(readConfig(process.env), file, options, parts.without);
      report(options, done, linesOf);
    });

  backup
    .command("key")
    .argument("<file>")
    .description("make a pair of keys; keep the file apart from the backups, on paper too")
    .action(async (file: string) => {
      process.stdout.write(`YUI_BACKUP_RECIPIENT=${await writeBackupKey(resolve(file))}\n`);
    });

  json(backup.command("fetch").argument("[name]", "which one; without it the newest"))
    .description("bring a backup back from the bucket into the folder of backups")
    .action(async (name: string | undefined, options: Options) => {
      const file = await fetchBackup(readConfig(process.env), name);
      report(options, { file }, () => [file]);
    });

  json(backup.command("drill"))
    .description(
      "write a backup, restore it into a new server, hold every table against it, and tell how long it took",
    )
    .action(async (options: Options) => {
      const result = await drill(readConfig(process.env), parts.without);
      report(options, result, ({ tables, rows, backupSeconds, restoreSeconds }) => [
        `${rows} rows of ${tables} tables are back, each table equal`,
        `backup ${minutes(backupSeconds)}, restore ${minutes(restoreSeconds)}`,
      ]);
    });

  registerRestore(program, parts.afterRestore);
}

async function write(
  config: Config,
  named: string | undefined,
  { to, key, keep }: Options,
  without: ReadonlySet<string>,
): Promise<Done> {
  const began = performance.now();
  const words: string[] = [];
  if (!config.databaseUrl && !existsSync(config.dataFolder))
    throw new Refused(`There is no data folder ${config.dataFolder} to be backed up; check YUI_DATA.`);
  const keyFile = resolve(key ?? config.backupKeyFile);
  const given = to ?? config.backupRecipient;
  if (!given && !existsSync(keyFile)) {
    await writeBackupKey(keyFile);
    words.push(
      `A key was made: ${keyFile}. WITHOUT IT NO BACKUP CAN BE READ. Copy it to another place now, apart from the backups.`,
    );
  }
  const identities = existsSync(keyFile) ? await readBackupKey(keyFile) : undefined;
  const recipient = given ?? (await identityToRecipient(identities![0]!));
  const at = new Date();
  if (named === undefined) mkdirSync(config.backupFolder, { recursive: true, mode: 0o700 });
  const file = named === undefined ? join(config.backupFolder, backupName(at)) : resolve(named);
  if (existsSync(file))
    throw new Refused(`${file} stands already and is not written over; name another file.`);
  const owner = await openOwner(config);
  try {
    const written = await writeBackup(owner.at(), file, recipient, {
      at,
      without,
      erased: readErased(config.erasedFile),
      secretMark: secretMarkOf(config),
    });
    const checked = identities === undefined ? "no key" : await checkByRestoring(owner, written, identities);
    if (checked !== true)
      words.push(`Not checked by restoring (${checked}): try it elsewhere by \`yui restore\` with the key.`);
    const removed = named === undefined ? removeOutdated(config.backupFolder, keep) : [];
    // Last: where the bucket is away the backup stands, and the command says so.
    if (named === undefined) words.push(...(await copyToBucket(config, file, keep)));
    return {
      ...written,
      checked: checked === true,
      removed,
      seconds: (performance.now() - began) / 1000,
      words,
    };
  } finally {
    await owner.leave();
  }
}

/** Restores into a database beside the store, which is dropped again. True, or why it could not be tried. */
async function checkByRestoring(
  owner: OwnerWay,
  written: Written,
  identities: readonly string[],
): Promise<true | string> {
  const scratch = `yui_check_${randomUUID().replaceAll("-", "")}`;
  try {
    await withClient(owner.at(), (client) => client.query(`create database ${scratch} template template0`));
  } catch (error) {
    if ((error as { code?: string }).code === "42501") return "the database user may make no database";
    throw error;
  }
  try {
    await restoreBackup(owner.at(scratch), owner.login, written.file, identities);
    refuseDiffering(written, await sumTables(owner.at(scratch)));
    return true;
  } finally {
    await withClient(owner.at(), (client) => client.query(`drop database if exists ${scratch} with (force)`));
  }
}

function refuseDiffering(written: Written, sums: Awaited<ReturnType<typeof sumTables>>): void {
  const differing = differingTables(written.tables, sums);
  if (differing.length > 0)
    throw new Refused(
      `${written.file} is no sound backup: ${differing.join(", ")} came back otherwise; write another.`,
    );
}

/** A copy elsewhere, and the generations there that nothing keeps. */
async function copyToBucket(config: Config, file: string, keep?: string): Promise<string[]> {
  const bucket = backupBucketOf(config);
  if (!bucket) return [];
  await bucket.put(file);
  const outdated = outdatedBackups(await bucket.names(), generationsOf(keep));
  for (const name of outdated) await bucket.remove(name);
  return [`A copy stands in the bucket${outdated.length > 0 ? `, without ${outdated.join(", ")}` : ""}.`];
}

function removeOutdated(folder: string, keep?: string): string[] {
  const outdated = outdatedBackups(readdirSync(folder), generationsOf(keep));
  for (const name of outdated) rmSync(join(folder, name));
  return outdated;
}

function generationsOf(keep = "7,5,12"): Generations {
  const [days, weeks, months] = keep.split(",").map(Number);
  if (![days, weeks, months].every((count) => Number.isInteger(count) && count! >= 0))
    throw new Refused("--keep wants three numbers, of days, weeks and months: 7,5,12.");
  return { days: days!, weeks: weeks!, months: months! };
}

async function fetchBackup(config: Config, asked: string | undefined): Promise<string> {
  const bucket = backupBucketOf(config);
  if (!bucket) throw new Refused("There is no bucket: set YUI_BACKUP_BUCKET and its keys.");
  const names = await bucket.names();
  const name = asked ?? names.at(-1);
  if (!name || !names.includes(name))
    throw new Refused(`The bucket holds ${names.join(", ") || "no backup"}.`);
  mkdirSync(config.backupFolder, { recursive: true, mode: 0o700 });
  const file = join(config.backupFolder, name);
  if (existsSync(file)) throw new Refused(`${file} stands already and is not written over.`);
  await bucket.get(name, file);
  return file;
}

async function drill(config: Config, without: ReadonlySet<string>) {
  const folder = mkdtempSync(join(tmpdir(), "yui-drill-"));
  try {
    const keyFile = join(folder, "key");
    const recipient = await writeBackupKey(keyFile);
    const file = join(folder, "drill.backup");
    let began = performance.now();
    const store = await openOwner(config);
    let written: Written;
    try {
      written = await writeBackup(store.at(), file, recipient, { at: new Date(), without });
    } finally {
      await store.leave();
    }
    const backupSeconds = (performance.now() - began) / 1000;
    began = performance.now();
    const fresh = await openOwner({ ...config, databaseUrl: undefined, dataFolder: join(folder, "data") });
    try {
      await restoreBackup(fresh.at(), fresh.login, file, await readBackupKey(keyFile));
      refuseDiffering(written, await sumTables(fresh.at()));
    } finally {
      await fresh.leave();
    }
    const restoreSeconds = (performance.now() - began) / 1000;
    return { tables: written.tables.length, rows: written.rows, backupSeconds, restoreSeconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const minutes = (seconds: number) => `${(seconds / 60).toFixed(2)} min`;

const linesOf = ({ file, rows, tables, checked, removed, seconds, words }: Done): string[] => [
  `${file}: ${rows} rows of ${tables.length} tables in ${minutes(seconds)}${checked ? ", checked by restoring" : ""}`,
  ...removed.map((name) => `removed ${name}`),
  ...words,
];

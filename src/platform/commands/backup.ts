import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { identityToRecipient } from "age-encryption";
import type { Command } from "commander";
import { readBackupKey, writeBackupKey } from "#platform/backup/backup-file.ts";
import { backupName, outdatedBackups } from "#platform/backup/generations.ts";
import { type Restored, restoreBackup } from "#platform/backup/restore-backup.ts";
import { differingTables, sumTables, type Written, writeBackup } from "#platform/backup/write-backup.ts";
import { type Config, readConfig } from "#platform/config/config.ts";
import { withClient } from "#platform/db/connection.ts";
import { type OwnerWay, openOwner } from "#platform/db/open.ts";
import { json, Refused, report } from "./command.ts";

export type BackupParts = Readonly<{
  /** Tables that go in empty. */
  without: ReadonlySet<string>;
  /** What follows a restore, with the store open. Returns lines to tell. */
  afterRestore(restored: Restored): Promise<readonly string[]>;
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

  json(program.command("restore").argument("<file>"))
    .description("put a backup into an empty store: a new data folder, or a new database")
    .option("--key <file>", "the key file of the backup")
    .action(async (file: string, options: Options) => {
      const config = readConfig(process.env);
      const identities = await readBackupKey(resolve(options.key ?? config.backupKeyFile));
      const owner = await openOwner(config);
      let restored: Restored;
      try {
        restored = await restoreBackup(owner.at(), owner.login, resolve(file), identities);
      } finally {
        await owner.leave();
      }
      const words = await parts.afterRestore(restored);
      report(options, { ...restored, words }, ({ at, rows, tables, migrated }) => [
        `the store of ${at}: ${rows} rows of ${tables.length} tables, each as it was written`,
        ...(migrated.length > 0 ? [`brought to this version by ${migrated.length} migrations`] : []),
        ...words,
      ]);
    });
}

async function write(
  config: Config,
  named: string | undefined,
  { to, key, keep }: Options,
  without: ReadonlySet<string>,
): Promise<Done> {
  const began = performance.now();
  const words: string[] = [];
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
    const written = await writeBackup(owner.at(), file, recipient, { at, without });
    const checked = identities === undefined ? "no key" : await checkByRestoring(owner, written, identities);
    if (checked !== true)
      words.push(`Not checked by restoring (${checked}): try it elsewhere by \`yui restore\` with the key.`);
    const removed = named === undefined ? removeOutdated(config.backupFolder, keep) : [];
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

function removeOutdated(folder: string, keep = "7,5,12"): string[] {
  const [days, weeks, months] = keep.split(",").map(Number);
  if (![days, weeks, months].every((count) => Number.isInteger(count) && count! >= 0))
    throw new Refused("--keep wants three numbers, of days, weeks and months: 7,5,12.");
  const outdated = outdatedBackups(readdirSync(folder), { days: days!, weeks: weeks!, months: months! });
  for (const name of outdated) rmSync(join(folder, name));
  return outdated;
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

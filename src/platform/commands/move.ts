import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { readBackupKey, writeBackupKey } from "#platform/backup/backup-file.ts";
import { restoreBackup } from "#platform/backup/restore-backup.ts";
import { differingTables, sumTables, type Written, writeBackup } from "#platform/backup/write-backup.ts";
import { type Config, readConfig } from "#platform/config/config.ts";
import { withClient } from "#platform/db/connection.ts";
import { DatabaseUnusable } from "#platform/db/database-error.ts";
import { type OwnerWay, openOwner } from "#platform/db/open.ts";
import { readErased } from "#platform/sealing/erased.ts";
import { secretMarkOf } from "#platform/sealing/secret.ts";
import { json, Refused, report } from "./command.ts";

type Moved = Readonly<{ rows: number; tables: number; seconds: number; settings: readonly string[] }>;

/** `yui move`: the store from the embedded database to a server, or back. */
export function registerMove(program: Command): void {
  json(program.command("move"))
    .description(
      "copy the whole store to where YUI_MOVE_TO says: an empty database (postgres://… of its owner), or a new data folder",
    )
    .action(async (options: { json?: boolean }) => {
      const moved = await move(readConfig(process.env), process.env.YUI_MOVE_TO ?? "");
      report(options, moved, ({ rows, tables, seconds, settings }) => [
        `${rows} rows of ${tables} tables stand there too, each table equal, in ${seconds.toFixed(1)} s`,
        "From now on start Yui with these settings, and the old ones for whatever they do not name:",
        ...settings.map((line) => `  ${line}`),
        "The old store stays as it is. Never start both: each would go on by itself.",
      ]);
    });
}

async function move(config: Config, to: string): Promise<Moved> {
  if (to === "")
    throw new Refused(
      "Set YUI_MOVE_TO to the postgres://… of an empty database's owner, or to a new data folder.",
    );
  const began = performance.now();
  const server = /^postgres(ql)?:/.test(to);
  const target = {
    ...config,
    ...(server ? { databaseUrl: to } : { databaseUrl: undefined, dataFolder: resolve(to) }),
  };
  const folder = mkdtempSync(join(tmpdir(), "yui-move-"));
  try {
    const written = await carry(config, { ...target, databaseOwnerUrl: undefined }, folder);
    return {
      rows: written.rows,
      tables: written.tables.length,
      seconds: (performance.now() - began) / 1000,
      settings: settingsOf(config, server ? undefined : target.dataFolder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Through a file that is encrypted for this run alone, so that what a backup promises holds of a move. */
async function carry(config: Config, to: Config, folder: string): Promise<Written> {
  const key = join(folder, "key");
  const recipient = await writeBackupKey(key);
  const file = join(folder, "store");
  const erased = readErased(config.erasedFile);
  const from = await openOwner(config);
  try {
    await refuseInUse(from);
    const there = await openTarget(to);
    try {
      const written = await writeBackup(from.at(), file, recipient, {
        at: new Date(),
        // Nobody has to sign in anew: the store goes on, at another place.
        without: new Set(),
        erased,
        secretMark: secretMarkOf(config),
      });
      await restoreBackup(there.at(), there.login, file, await readBackupKey(key), erased);
      const differing = differingTables(written.tables, await sumTables(there.at()));
      if (differing.length > 0)
        throw new Refused(`${differing.join(", ")} came out otherwise; empty the new place and try again.`);
      return written;
    } finally {
      await there.leave();
    }
  } finally {
    await from.leave();
  }
}

/** As of any other server, but by the setting that names it. */
async function openTarget(to: Config): Promise<OwnerWay> {
  try {
    return await openOwner(to);
  } catch (error) {
    if (error instanceof DatabaseUnusable)
      throw new Refused(error.message.replaceAll("DATABASE_URL", "YUI_MOVE_TO"));
    throw error;
  }
}

/** What is written while it is copied would be missing there. */
async function refuseInUse(store: OwnerWay): Promise<void> {
  const { rows } = await withClient(store.at(), (client) =>
    client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    ),
  );
  if (rows[0]!.count > 0)
    throw new Refused(
      "Somebody is connected to the store; stop Yui and whatever else reads it, and move then.",
    );
}

/** What stands beside a data folder by default goes on where it is. */
const settingsOf = (config: Config, folder: string | undefined): string[] => [
  ...(folder === undefined
    ? ["DATABASE_OWNER_URL=… DATABASE_URL=… DATABASE_SENSITIVE_URL=… (docs/operating)"]
    : [`YUI_DATA=${folder}`]),
  `YUI_KEYS=${config.keysFolder}`,
  `YUI_ERASED=${config.erasedFile}`,
  `YUI_BACKUPS=${config.backupFolder}`,
  `YUI_BACKUP_KEY=${config.backupKeyFile}`,
  `YUI_AUDIT_HEADS=${config.auditHeadsFile}`,
];

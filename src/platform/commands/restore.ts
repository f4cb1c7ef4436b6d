import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { readBackupKey } from "#platform/backup/backup-file.ts";
import type { BackupHead } from "#platform/backup/backup-text.ts";
import { BackupUnusable } from "#platform/backup/backup-unusable.ts";
import { isBackupName } from "#platform/backup/generations.ts";
import { type Restored, readBackupHead, restoreBackup } from "#platform/backup/restore-backup.ts";
import { type Config, readConfig } from "#platform/config/config.ts";
import { openConfigured, openOwner } from "#platform/db/open.ts";
import { type ErasedHolder, mergeErased, noteErased, readErased } from "#platform/sealing/erased.ts";
import { missingKeys } from "#platform/sealing/needed-keys.ts";
import { abandonKeys } from "#platform/sealing/rotation.ts";
import { forgetSecret } from "#platform/sealing/secret.ts";
import { json, Refused, report } from "./command.ts";

type Options = Readonly<{ json?: boolean; key?: string; withoutKeys?: boolean }>;
type Missing = ReturnType<typeof missingKeys>;

/** What follows a restore, with the store open. Returns lines to tell. */
export type AfterRestore = (restored: Restored) => Promise<readonly string[]>;

export function registerRestore(program: Command, afterRestore: AfterRestore): void {
  json(program.command("restore").argument("<file>"))
    .description("put a backup into an empty store: a new data folder, or a new database")
    .option("--key <file>", "the key file of the backup")
    .option(
      "--without-keys",
      "go on where the secret or master keys are lost, and give up what depends on them",
    )
    .action(async (named: string, options: Options) => {
      const config = readConfig(process.env);
      const file = resolve(named);
      const identities = await readBackupKey(resolve(options.key ?? config.backupKeyFile));
      const head = await readBackupHead(file, identities);
      const missing = missingKeys(config, head.keys ?? { masters: [] });
      if (missing.where.length > 0 && !options.withoutKeys) throw refusal(config, missing);
      const erased = await erasedUntilNow(config, file, head, identities);
      const owner = await openOwner(config);
      let restored: Restored;
      try {
        restored = await restoreBackup(owner.at(), owner.login, file, identities, erased);
      } finally {
        await owner.leave();
      }
      noteErased(config.erasedFile, erased);
      const words = [...(await giveUp(config, missing)), ...(await afterRestore(restored))];
      report(options, { ...restored, erased: erased.length, words }, ({ at, rows, tables, migrated }) => [
        `the store of ${at}: ${rows} rows of ${tables.length} tables, each as it was written`,
        ...(erased.length > 0 ? [`${erased.length} who were erased stay erased`] : []),
        ...(migrated.length > 0 ? [`brought to this version by ${migrated.length} migrations`] : []),
        ...words,
      ]);
    });
}

const refusal = ({ keysFolder }: Config, { where }: Missing) =>
  new Refused(
    `The keys that the store was made with are not here: ${where.join(", ")}. Put the folder of keys back as ${keysFolder} (YUI_KEYS), or set what names them, and restore then. Nothing was restored. If they are lost for good, --without-keys goes on: what was sealed is lost, sessions and second factors end, and every entry of the audit log counts as forged.`,
  );

/** Who was erased, by the list of this machine, and by the backup and the newer ones beside it. */
async function erasedUntilNow(
  config: Config,
  file: string,
  head: BackupHead,
  identities: readonly string[],
): Promise<ErasedHolder[]> {
  const found = [...readErased(config.erasedFile), ...(head.erased ?? [])];
  for (const name of readdirSync(dirname(file)).filter(isBackupName)) {
    const other = await headIfReadable(join(dirname(file), name), identities);
    found.push(...(other?.erased ?? []));
  }
  return mergeErased(found);
}

async function headIfReadable(file: string, identities: readonly string[]) {
  try {
    return await readBackupHead(file, identities);
  } catch (error) {
    // Damaged, or written for another key: it is not what is restored.
    if (error instanceof BackupUnusable) return undefined;
    throw error;
  }
}

async function giveUp(config: Config, { secret, masters, where }: Missing): Promise<string[]> {
  if (where.length === 0) return [];
  const opened = await openConfigured(config);
  try {
    for (const id of masters) await abandonKeys(opened.db, id);
    if (secret) await forgetSecret(opened.db);
  } finally {
    await opened.close();
  }
  return [
    ...(masters.length > 0 ? [`What was sealed by ${masters.join(", ")} counts as erased.`] : []),
    ...(secret
      ? [
          "Sessions are over, second factors are set up anew (yui user reset-second-factor), and `yui audit verify` tells every entry from before as forged.",
        ]
      : []),
  ];
}

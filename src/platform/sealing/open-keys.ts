import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type Config, ConfigError } from "#platform/config/config.ts";
import type { Database } from "#platform/db/database.ts";
import { moveOldSecret, writeNew } from "./key-files.ts";
import { type KeySource, keyLine, keyringOf, newMasterKey, setKeyring } from "./keyring.ts";
import { keyUse } from "./rotation.ts";

type Places = Pick<Config, "keyFile" | "keyCommand" | "keysFolder" | "dataFolder" | "databaseUrl" | "mode">;

const HEAD =
  "# The master keys of Yui, the newest last. Whoever has this file and a backup reads all that is sealed;\n# without it nobody does, for ever. Keep a copy, and never beside the backups.\n";

export const keySourceOf = ({ keyFile, keyCommand, keysFolder }: Places): KeySource =>
  keyCommand === undefined
    ? { kind: "file", from: keyFile ?? join(keysFolder, "master.key") }
    : { kind: "command", from: keyCommand };

/**
 * Opens the master keys of the process, making the first one where nothing is sealed yet; refuses where keys are gone
 * on which sealed rows depend. Gives what the person at the machine should read.
 */
export async function openKeys(config: Places, database: Database): Promise<readonly string[]> {
  const moved = moveOldSecret(config);
  const { masters } = await keyUse(database);
  const source = keySourceOf(config);
  const made =
    source.kind === "file" && !existsSync(source.from) ? makeKey(config, source, masters) : undefined;
  const ring = keyringOf(source);
  const gone = masters.filter(({ id }) => !ring.find(id));
  if (gone.length > 0) throw lost(source, gone);
  setKeyring(ring);
  return [moved, made].filter((word) => word !== undefined);
}

type Masters = Awaited<ReturnType<typeof keyUse>>["masters"];

function makeKey(config: Places, source: KeySource, masters: Masters): string {
  if (masters.length > 0) throw lost(source, masters);
  if (config.databaseUrl && config.mode === "production" && config.keyFile === undefined)
    throw new ConfigError(
      "YUI_KEY_FILE or YUI_KEY_COMMAND is missing: with DATABASE_URL every server of the installation needs the same master key. Name a file: the first start makes it, then give it to the other servers.",
    );
  writeNew(source.from, `${HEAD}${keyLine(newMasterKey())}`);
  const inside = !relative(config.dataFolder, source.from).startsWith("..");
  return [
    `!! A master key was made: ${source.from}`,
    "!! What names a person is sealed with it. If it is lost, all of that is lost, for everybody, for ever.",
    `!! Copy it now (yui keys export) to a place that is NOT where backups of ${config.dataFolder} are kept.`,
    ...(inside
      ? ["!! It lies inside the data folder: every backup of it holds its own key. Set YUI_KEYS."]
      : []),
  ].join("\n");
}

const lost = ({ kind, from }: KeySource, masters: Masters): ConfigError => {
  const keys = masters.reduce((sum, { keys: some }) => sum + some, 0);
  const ids = masters.map(({ id }) => id).join(", ");
  const where = kind === "file" ? `in ${from}` : "in what YUI_KEY_COMMAND prints";
  return new ConfigError(
    `The master key ${ids} is not ${where}, and ${keys} sealed ${keys === 1 ? "holder depends" : "holders depend"} on it: put it back from your copy. If it is lost for good, what it sealed is lost; \`yui keys abandon ${masters[0]!.id}\` gives that up and lets Yui start.`,
  );
};

import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { readConfig } from "#platform/config/config.ts";
import { type OpenDatabase, openConfigured } from "#platform/db/open.ts";
import { addTo } from "#platform/sealing/key-files.ts";
import { KeysMissing, keyLine, keyring, keyringOf, newMasterKey } from "#platform/sealing/keyring.ts";
import { keySourceOf, openKeys } from "#platform/sealing/open-keys.ts";
import { abandonKeys, keyUse, rewrapKeys } from "#platform/sealing/rotation.ts";
import { forgetSecret } from "#platform/sealing/secret.ts";
import { json, Refused, report } from "./command.ts";

type Json = { json?: boolean };

/** `yui keys`: the master keys, which only somebody at the machine handles. */
export function registerKeys(program: Command): void {
  const keys = program.command("keys").description("the master keys that seal what names a person");

  json(keys.command("status"))
    .description("say which master keys there are, what each wraps, and which are missing; changes nothing")
    .action((options: Json) => withDatabase((opened) => status(opened, options)));

  json(keys.command("rotate"))
    .description(
      "make a new master key and wrap every data key by it; may be stopped, and run again to go on",
    )
    .action((options: Json) => withDatabase((opened) => rotate(opened, options)));

  keys
    .command("export")
    .description("write the master keys, for a copy apart from the backups")
    .argument("[file]", "a new file, or - for standard output", "-")
    .action((file: string) => exportKeys(file));

  json(keys.command("abandon"))
    .description("give up a lost master key, or the lost secret: what depends on it is lost for good")
    .argument("<id>", "the id of the master key (yui keys status), or the word secret")
    .option("--yes", "yes, for good")
    .action((id: string, options: Json & { yes?: boolean }) =>
      withDatabase((opened) => abandon(opened, id, options)),
    );
}

/** Without opening the keys: here they may be missing. */
async function withDatabase(work: (opened: OpenDatabase) => Promise<void>): Promise<void> {
  const opened = await openConfigured(readConfig(process.env));
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

async function status({ db }: OpenDatabase, options: Json): Promise<void> {
  const source = keySourceOf(readConfig(process.env));
  const ring = keyringOf(source);
  const { masters, destroyed } = await keyUse(db);
  const current = ring.current().id;
  const used = masters.map(({ id, keys }) => ({ id, keys, there: ring.find(id) !== undefined }));
  report(options, { source: source.kind, current, masters: used, destroyed }, () => [
    `master keys from ${source.kind === "file" ? source.from : "YUI_KEY_COMMAND"}, current ${current}`,
    ...used.map(({ id, keys, there }) => `${id}  wraps ${keys}${there ? "" : "  MISSING: put it back"}`),
    `${destroyed} holders erased`,
    ...(used.some(({ id }) => id !== current)
      ? ["run `yui keys rotate` to wrap all by the current one"]
      : []),
  ]);
}

async function rotate({ db }: OpenDatabase, options: Json): Promise<void> {
  const config = readConfig(process.env);
  await openKeys(config, db);
  const source = keySourceOf(config);
  const before = keyring().current().id;
  const { masters } = await keyUse(db);
  // A rotation that was stopped is finished first: its key is there, and not yet used for everything.
  const unfinished = masters.some(({ id }) => id !== before);
  if (source.kind === "file" && !unfinished) addTo(source.from, keyLine(newMasterKey()));
  const wrapped = await rewrapKeys({ db });
  const current = keyring().current().id;
  if (source.kind === "command" && current === before && wrapped === 0)
    throw new Refused(
      "YUI_KEY_COMMAND prints no new key: add one there, as the last line, and run this again.",
    );
  report(options, { current, wrapped }, () => [
    `${current} wraps all keys now, ${wrapped} of them newly`,
    "Copy the key file anew (yui keys export). Keep the old key as long as you keep backups of before.",
  ]);
}

function exportKeys(file: string): void {
  const source = keySourceOf(readConfig(process.env));
  const text = keyringOf(source).all().map(keyLine).join("");
  if (file === "-") process.stdout.write(text);
  else writeFileSync(file, text, { flag: "wx", mode: 0o600 });
  process.stderr.write(
    "Whoever has this and a backup reads all that is sealed: never keep the two together.\n",
  );
}

async function abandon({ db }: OpenDatabase, id: string, options: Json & { yes?: boolean }): Promise<void> {
  if (!options.yes) throw new Refused(`What depends on ${id} is lost for good by this; say so with --yes.`);
  if (id === "secret") {
    await forgetSecret(db);
    return report(options, { id }, () => ["the next start takes the secret that it finds"]);
  }
  if (keyringIfAny()?.find(id))
    throw new Refused(`The master key ${id} is there; nothing has to be given up.`);
  const erased = await abandonKeys(db, id);
  report(options, { id, erased }, () => [`${erased} holders are erased`]);
}

function keyringIfAny() {
  try {
    return keyringOf(keySourceOf(readConfig(process.env)));
  } catch (error) {
    // The whole file is lost.
    if (error instanceof KeysMissing) return undefined;
    throw error;
  }
}

import { randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Config, ConfigError } from "#platform/config/config.ts";

type Places = Pick<Config, "keysFolder" | "dataFolder">;

export const secretFile = ({ keysFolder }: Pick<Config, "keysFolder">): string => join(keysFolder, "secret");

/** Writes a file that is there whole or not at all; false where it was there already. Only its owner reads it. */
export function writeNew(file: string, text: string): boolean {
  makeFolder(dirname(file));
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, text, { flag: "wx", mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Adds to a file, which is the old one or the new one at every moment. */
export function addTo(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  const before = readFileSync(file, "utf8");
  writeFileSync(draft, `${before.replace(/\n*$/, "\n")}${text}`, { flag: "wx", mode: 0o600, flush: true });
  renameSync(draft, file);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `The folder ${folder} for secrets and keys can't be made (${code}); set YUI_KEYS to a folder that lasts, outside the one that is backed up.`,
    );
  }
}

/** The secret used to lie in the data folder, and so in every backup of it. Says where it went, once. */
export function moveOldSecret({ dataFolder, keysFolder }: Places): string | undefined {
  const old = join(dataFolder, "secret");
  const now = secretFile({ keysFolder });
  if (old === now || !existsSync(old)) return undefined;
  makeFolder(keysFolder);
  if (existsSync(now)) {
    if (readFileSync(now, "utf8").trim() === readFileSync(old, "utf8").trim()) rmSync(old, { force: true });
    return existsSync(old) ? `${old} is another secret than ${now}, which counts; take it away.` : undefined;
  }
  try {
    renameSync(old, now);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Moved by another start at this moment.
    if (code === "ENOENT") return undefined;
    if (code !== "EXDEV") throw error;
    copyFileSync(old, now);
    rmSync(old);
  }
  return `The secret moved from ${old} to ${now}. Keep it, and keep it apart from backups of ${dataFolder}.`;
}

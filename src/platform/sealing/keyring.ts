import { execSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { ConfigError } from "#platform/config/config.ts";

/** A key that wraps data keys. Its id is made of it: a line whose id was changed by mistake is noticed. */
export type MasterKey = Readonly<{ id: string; key: Buffer }>;

/** Where the master keys come from: a file, or what a command prints (for a store of secrets). */
export type KeySource = Readonly<{ kind: "file" | "command"; from: string }>;

/** The master keys of this process. The last one wraps what is new, the others still unwrap. */
export type Keyring = Readonly<{
  current(): MasterKey;
  find(id: string): MasterKey | undefined;
  all(): readonly MasterKey[];
  /** Reads the source again: another process may have added a key. */
  reload(): void;
}>;

/** The file of the master keys is not there. */
export class KeysMissing extends ConfigError {}

const COMMAND_LIMIT_MS = 15_000;
const KEY_BYTES = 32;
const LINE = /^yui-key-1 ([0-9a-f]{16}) ([A-Za-z0-9+/]{43}=)$/;

export const newMasterKey = (): MasterKey => masterKeyOf(randomBytes(KEY_BYTES));

const masterKeyOf = (key: Buffer): MasterKey => ({
  id: createHash("sha256").update("yui-key-1").update(key).digest("hex").slice(0, 16),
  key,
});

/** A master key as it stands in a file: one a line, the newest last. */
export const keyLine = ({ id, key }: MasterKey): string => `yui-key-1 ${id} ${key.toString("base64")}\n`;

/** The keys of such a text. Empty lines and those that begin with # say nothing. */
export function readKeys(text: string, from: string): readonly MasterKey[] {
  const lines = text.split("\n").map((line) => line.trim());
  const keys = lines.flatMap((line, at) => {
    if (line === "" || line.startsWith("#")) return [];
    const [, id, encoded] = LINE.exec(line) ?? [];
    const key = encoded === undefined ? undefined : masterKeyOf(Buffer.from(encoded, "base64"));
    if (!key || key.id !== id)
      throw new ConfigError(
        `Line ${at + 1} of ${from} is no key as Yui writes them; put the file back as it was.`,
      );
    return [key];
  });
  if (keys.length === 0) throw new ConfigError(`${from} holds no key.`);
  return keys;
}

export function keyringOf(source: KeySource): Keyring {
  let keys = readSource(source);
  return {
    current: () => keys.at(-1)!,
    find: (id) => keys.find((key) => key.id === id),
    all: () => keys,
    reload: () => {
      keys = readSource(source);
    },
  };
}

function readSource({ kind, from }: KeySource): readonly MasterKey[] {
  if (kind === "file") return readKeys(readFile(from), `the key file ${from}`);
  return readKeys(printedBy(from), "what YUI_KEY_COMMAND printed");
}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT")
      throw new KeysMissing(`The key file ${file} is not there; put it back from your copy.`);
    throw new ConfigError(`The key file ${file} can't be read (${code}).`);
  }
}

function printedBy(command: string): string {
  try {
    return execSync(command, {
      encoding: "utf8",
      timeout: COMMAND_LIMIT_MS,
      stdio: ["ignore", "pipe", "inherit"],
    });
  } catch (error) {
    // The error holds what was printed.
    const { status, signal } = error as { status?: number; signal?: string };
    throw new ConfigError(`YUI_KEY_COMMAND did not print the keys (${signal ?? `exit code ${status}`}).`);
  }
}

let opened: Keyring | undefined;

/** The keyring of this process, opened once at its start. */
export function keyring(): Keyring {
  if (!opened) throw new Error("no keyring was opened: openKeys does it at the start of a process");
  return opened;
}

export function setKeyring(ring: Keyring): void {
  opened = ring;
}

import { createReadStream, createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { BackupUnusable } from "./backup-unusable.ts";

/** The pair of keys of backups: who has the recipient can write them, who has the identity can read them. */
export async function makeBackupKey(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Writes a key file as `age-keygen` does: readable by its owner alone, and never over another one. */
export async function writeBackupKey(file: string): Promise<string> {
  const { identity, recipient } = await makeBackupKey();
  try {
    await writeFile(
      file,
      `# The key of Yui's backups. Keep it apart from them.\n# public key: ${recipient}\n${identity}\n`,
      {
        flag: "wx",
        mode: 0o600,
      },
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new BackupUnusable(`${file} stands already and is not written over; name another file.`);
  }
  return recipient;
}

/** The identities of a key file. */
export async function readBackupKey(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new BackupUnusable(`The key file ${file} can't be read; give its place with --key.`);
  const identities = text.split("\n").filter((line) => line.startsWith("AGE-SECRET-KEY-"));
  if (identities.length === 0)
    throw new BackupUnusable(`${file} is no key file of backups: it has no line AGE-SECRET-KEY-….`);
  return identities;
}

/** Compresses and encrypts what is written, to a file that is complete only once it has its name. */
export async function encryptTo(file: string, recipient: string, text: AsyncIterable<Buffer>): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const zipped = Readable.from(text).pipe(createGzip({ level: constants.Z_BEST_SPEED }));
  const sealed = await encrypter.encrypt(Readable.toWeb(zipped) as ReadableStream<Uint8Array>);
  await pipeline(
    Readable.fromWeb(sealed as never),
    createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }),
  );
}

/** The text of a backup, piece by piece. */
export async function* decryptFrom(file: string, identities: readonly string[]): AsyncGenerator<Buffer> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const raw = createReadStream(file);
  try {
    const opened = await decrypter.decrypt(Readable.toWeb(raw) as ReadableStream<Uint8Array>);
    const text = Readable.fromWeb(opened as never).compose(createGunzip() as unknown as Transform);
    for await (const piece of text) yield piece as Buffer;
  } catch (error) {
    throw explained(error, file);
  } finally {
    raw.destroy();
  }
}

function explained(error: unknown, file: string): Error {
  const said = error instanceof Error ? error.message : String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return new BackupUnusable(`There is no file ${file}.`);
  if (/no identity matched/i.test(said))
    return new BackupUnusable(`The key does not fit ${file}; it was written for another one.`);
  if (/header|version|stanza/i.test(said)) return new BackupUnusable(`${file} is no backup of Yui.`);
  if (
    /final|truncated|decrypt|tag|end of file|unexpected end|incomplete|stream|too short|empty/i.test(said) ||
    code?.startsWith("Z_")
  )
    return new BackupUnusable(
      `${file} is cut short or damaged; take another copy, or an earlier generation.`,
    );
  return error as Error;
}

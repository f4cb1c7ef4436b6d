import { zipSync } from "fflate";
import { type Entry, fromBufferPromise } from "yauzl";

export type Files = ReadonlyMap<string, Uint8Array>;

/** Names without folders: nothing in an archive says where it would be put. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,60}\.(json|txt|sig)$/;
const MOST_ENTRIES = 100;
const MB = 1024 * 1024;
const MOST_UNPACKED_BYTES = 200 * MB;
const ENCRYPTED = 1;
/** The kind of a file as Unix writes it into the upper half of the attributes; 0 where another system made the archive. */
const KIND = 0o170000;
const PLAIN_FILE = 0o100000;
/** Zip knows no earlier day. The same content gives the same bytes. */
const DATED = new Date(1980, 0, 1);

/** An archive that is not as ours are; the file that shows it, where it is one. */
export class HostileArchive extends Error {}

export function pack(files: Files): Uint8Array {
  for (const name of files.keys()) if (!NAME.test(name)) throw new Error(`no name of a file: ${name}`);
  return zipSync(Object.fromEntries(files), { mtime: DATED });
}

/** The files of an archive from an unknown hand. Throws HostileArchive, or what the reader says of a torn one. */
export async function unpack(bytes: Uint8Array): Promise<Files> {
  const archive = await fromBufferPromise(Buffer.from(bytes), { strictFileNames: true });
  if (archive.entryCount > MOST_ENTRIES) throw new HostileArchive("too many files");
  const files = new Map<string, Uint8Array>();
  let unpacked = 0;
  for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) {
    const { fileName, uncompressedSize, externalFileAttributes, generalPurposeBitFlag } = entry;
    const kind = (externalFileAttributes >>> 16) & KIND;
    unpacked += uncompressedSize;
    if (!NAME.test(fileName)) throw new HostileArchive(fileName);
    if (files.has(fileName)) throw new HostileArchive(fileName);
    if (kind !== 0 && kind !== PLAIN_FILE) throw new HostileArchive(fileName);
    if (generalPurposeBitFlag & ENCRYPTED) throw new HostileArchive(fileName);
    if (unpacked > MOST_UNPACKED_BYTES) throw new HostileArchive(fileName);
    // The reader itself stops at an entry that is longer, or shorter, than it says.
    const parts: Buffer[] = [];
    for await (const part of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
      parts.push(part);
    files.set(fileName, Buffer.concat(parts));
  }
  return files;
}

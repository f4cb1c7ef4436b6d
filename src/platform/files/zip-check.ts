import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import { type ByteSource, partsOf, sourceOf } from "./byte-source.ts";
import type { Flaw } from "./signature.ts";

/** Where an entry lies, by the central directory (PKWARE APPNOTE 6.3.10, 4.3). */
type Entry = Readonly<{
  name: string;
  flags: number;
  method: number;
  packed: number;
  size: number;
  at: number;
}>;

const END = Buffer.from("PK\x05\x06", "latin1");
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** A data descriptor with 64-bit sizes; more than that between two entries is something hidden. */
const WIDEST_GAP = 24;
const MB = 1024 * 1024;
const MOST_DIRECTORY_BYTES = 4 * MB;
const MOST_ENTRIES = 10_000;
/** So much a package may be unpacked. A table of a million cells is about a tenth of it. */
const MOST_UNPACKED_BYTES = 512 * MB;
/** A workbook behind a chart of a letter, and what is behind a chart of that. */
const MOST_LEVELS = 2;

/** Parts that a program of Office runs, or hands to another program. */
const RUNS =
  /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)(activeX|macrosheets)\/|oleObject[^/]*\.bin$|\.(docm|xlsm|pptm|dotm|xltm|xlam|exe|dll|com|scr|bat|cmd|ps1|js|vbs|hta|jar|lnk|zip|7z|rar)$/i;
/** The same by what a package says of its parts, whose names are free (ECMA-376 part 2, 7.2.3). */
const RUNS_BY_TYPE = /vba|macroEnabled|activeX|oleObject|macrosheet/i;
const TYPES = "[Content_Types].xml";
const EMBEDDED = /\.(docx|xlsx|pptx)$/i;
const FOLDERS: Readonly<Record<string, string>> = { docx: "word/", xlsx: "xl/", pptx: "ppt/" };

/** Whether the bytes end as a zip does: also where they begin as something else. */
export async function endsAsZip(source: ByteSource): Promise<boolean> {
  return (await directoryEnd(source)) !== undefined;
}

/** What is wrong with a package of Office Open XML. Every part of it is unpacked once, and nothing of it kept. */
export async function packageFlaw(source: ByteSource, ending: string, level = 0): Promise<Flaw | undefined> {
  const entries = await entriesOf(source);
  if (!entries) return "another kind";
  if (entries.some(({ flags }) => flags & ENCRYPTED)) return "locked";
  if (entries.length > MOST_ENTRIES || sum(entries) > MOST_UNPACKED_BYTES || level > MOST_LEVELS)
    return "too much";
  const folder = FOLDERS[ending] ?? "";
  if (!entries.some(({ name }) => name === TYPES)) return "another kind";
  if (!entries.some(({ name }) => name.startsWith(folder))) return "another kind";
  if (entries.some(({ name }) => RUNS.test(name))) return "macro";
  for (const entry of entries) {
    const inside = EMBEDDED.exec(entry.name)?.[1]?.toLowerCase();
    const content = await unpack(source, entry, entry.name === TYPES || inside !== undefined);
    if (typeof content === "string") return content;
    if (entry.name === TYPES && RUNS_BY_TYPE.test(plainXml(content))) return "macro";
    const flaw = inside && (await packageFlaw(sourceOf(content), inside, level + 1));
    if (flaw) return flaw;
  }
  return undefined;
}

const sum = (entries: readonly Entry[]) => entries.reduce((total, { size }) => total + size, 0);

async function directoryEnd(source: ByteSource): Promise<{ at: number; end: Buffer } | undefined> {
  const from = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT);
  const tail = await source.read(from, source.size - from);
  for (let at = tail.lastIndexOf(END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END, at - 1)) {
    if (tail.length - at >= END_BYTES && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
      return { at: from + at, end: tail.subarray(at) };
  }
  return undefined;
}

/** The entries in the order of the file; undefined where there is anything beside, between or over them. */
async function entriesOf(source: ByteSource): Promise<Entry[] | undefined> {
  const found = await directoryEnd(source);
  if (!found) return undefined;
  const [count, length, from] = [
    found.end.readUInt16LE(10),
    found.end.readUInt32LE(12),
    found.end.readUInt32LE(16),
  ];
  if (from + length !== found.at || length > MOST_DIRECTORY_BYTES) return undefined;
  const directory = await source.read(from, length);
  const entries: Entry[] = [];
  for (let at = 0; at < length; ) {
    if (length - at < 46 || directory.readUInt32LE(at) !== CENTRAL) return undefined;
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, nameEnd),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  entries.sort((a, b) => a.at - b.at);
  let end = 0;
  for (const entry of entries) {
    const content = await contentStart(source, entry);
    if (content === undefined || entry.at < end || entry.at - end > (end === 0 ? 0 : WIDEST_GAP))
      return undefined;
    end = content + entry.packed;
  }
  return entries.length === count && from >= end && from - end <= WIDEST_GAP ? entries : undefined;
}

/** Where its packed content begins; undefined where the head before it tells another entry than the directory. */
async function contentStart(source: ByteSource, { at, name, flags }: Entry): Promise<number | undefined> {
  const head = await source.read(at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) return undefined;
  const nameLength = head.readUInt16LE(26);
  const said = await source.read(at + 30, nameLength);
  const isSame = said.toString("utf8") === name && (head.readUInt16LE(6) & ENCRYPTED) === (flags & ENCRYPTED);
  return isSame ? at + 30 + nameLength + head.readUInt16LE(28) : undefined;
}

/** Unpacks an entry to the end. One that is longer than it says is a bomb. */
async function unpack(source: ByteSource, entry: Entry, keep: boolean): Promise<Buffer | Flaw> {
  const { method, packed, size } = entry;
  const from = (await contentStart(source, entry))!;
  if (method === STORED) {
    if (packed !== size) return "too much";
    return keep ? source.read(from, size) : Buffer.alloc(0);
  }
  if (method !== DEFLATED) return "locked";
  const kept: Buffer[] = [];
  let bytes = 0;
  try {
    await pipeline(
      partsOf(source, from, from + packed),
      createInflateRaw(),
      async (parts: AsyncIterable<Buffer>) => {
        for await (const part of parts) {
          bytes += part.length;
          if (bytes > size) throw new Error("longer than it says");
          if (keep) kept.push(part);
        }
      },
    );
  } catch {
    // Torn, or a bomb: its sender saves it anew either way.
    return "too much";
  }
  return bytes === size ? Buffer.concat(kept) : "too much";
}

/** The text of an XML part, also where it is written in UTF-16 or in character references. */
function plainXml(content: Buffer): string {
  const isWide = content[0] === 0xff || content[1] === 0;
  const text = content.toString(
    isWide ? "utf16le" : content[0] === 0xfe || content[0] === 0 ? "latin1" : "utf8",
  );
  return text
    .replaceAll("\0", "")
    .replace(/&#(x[0-9a-f]+|\d+);/gi, (_all, code: string) =>
      String.fromCodePoint(
        Math.min(0x10ffff, Number(code.toLowerCase().startsWith("x") ? `0${code}` : code)),
      ),
    );
}

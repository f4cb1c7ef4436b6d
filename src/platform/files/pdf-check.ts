import { constants, inflateSync } from "node:zlib";
import type { ByteSource } from "./byte-source.ts";
import type { Flaw } from "./signature.ts";

/** Any character of a name may be written as `#4a` (ISO 32000-2, 7.3.5). */
const nameOf = (...names: readonly string[]) =>
  new RegExp(
    `/(?:${names.map((name) => [...name].map(either).join("")).join("|")})(?=[\\x00\\t\\n\\f\\r ()<>\\[\\]{}/%]|$)`,
  );
function either(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return `(?:${character}|#(?:${code}|${code.toUpperCase()}))`;
}

/** Actions that run a script or a program, or play what is embedded (ISO 32000-2, 12.6.4); forms of XFA hold scripts too. */
const ACTS = nameOf("JavaScript", "Launch", "Rendition", "RichMedia", "XFA");
const OBJECT_STREAM = new RegExp(nameOf("ObjStm").source, "g");
const FLATE = nameOf("FlateDecode", "Fl");
const FILTER = nameOf("Filter", "F");
const OTHER_FILTER = nameOf(
  "ASCIIHexDecode",
  "AHx",
  "ASCII85Decode",
  "A85",
  "LZWDecode",
  "LZW",
  "RunLengthDecode",
  "RL",
  "Crypt",
  "Predictor",
);
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
/** An object's dictionary stands within so many characters around the word that tells its type. */
const DICTIONARY = 4096;

/**
 * What is wrong with a PDF: it acts when it is opened, or holds objects that can't be looked into. Actions stand outside
 * of streams, or in streams of objects, which are unpacked here; other streams hold what is drawn.
 */
export async function pdfFlaw(source: ByteSource): Promise<Flaw | undefined> {
  const content = await source.read(0, source.size);
  const text = content.toString("latin1");
  if (ACTS.test(text)) return "active";
  for (const { index } of text.matchAll(OBJECT_STREAM)) {
    const stream = /stream\r?\n/g;
    stream.lastIndex = index;
    const begin = stream.exec(text);
    const open = text.lastIndexOf(" obj", index);
    // A word for the type that no stream follows is a text of somebody's.
    if (!begin || begin.index - index > DICTIONARY || open < 0 || index - open > DICTIONARY) continue;
    const dictionary = text.slice(open, begin.index);
    if (!FILTER.test(dictionary)) continue;
    if (!FLATE.test(dictionary) || OTHER_FILTER.test(dictionary)) return "locked";
    const objects = unpacked(content.subarray(begin.index + begin[0].length));
    if (objects === undefined) return "locked";
    if (ACTS.test(objects)) return "active";
  }
  return undefined;
}

/** Undefined where it can't be unpacked, as in a PDF under a password. */
function unpacked(content: Buffer): string | undefined {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED_BYTES };
    return inflateSync(content, options).toString("latin1");
  } catch {
    return undefined;
  }
}

import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import iconv from "iconv-lite";
import { ok, type Result, refuse } from "#platform/kernel/result.ts";
import { chunksOf } from "./chunks.ts";
import { detectEncoding, type Encoding, type NotText } from "./read-text.ts";

/** Why a file can't be read as CSV at all; `line` where it is one line's fault. */
export type Unreadable = Readonly<{
  problem: NotText | "web-page" | "delimiter" | "long-line" | "open-quote";
  line?: number;
}>;

export type CsvFile = Readonly<{
  path: string;
  bytes: number;
  sha256: string;
  encoding: Encoding;
  /** Whether the file begins with a byte order mark. */
  marked: boolean;
  delimiter: "," | "\t";
}>;

/** No honest line is longer: a file of one endless line is refused before it fills the memory. */
export const LONGEST_RECORD = 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;
const HEAD_BYTES = 64 * 1024;

/**
 * Reads a file once, from end to end, and tells how to read it as CSV: encoding, delimiter, size and digest. The
 * encoding is told by the whole file, since Japanese letters may first come at its end.
 */
export async function inspectCsvFile(path: string): Promise<Result<CsvFile, Unreadable>> {
  const hash = createHash("sha256");
  const utf8 = utf8Watcher();
  let head: Buffer | undefined;
  let detected: Encoding | undefined;
  let bytes = 0;
  let lineBytes = 0;
  for await (const chunk of chunksOf(path, CHUNK_BYTES)) {
    if (!head) {
      head = Buffer.from(chunk.subarray(0, HEAD_BYTES));
      const told = detectEncoding(withoutCutLetter(chunk));
      if (!told.ok) return refuse({ problem: told.error, ...brokenLetterIn(chunk, told.error) });
      detected = told.value;
    }
    hash.update(chunk);
    bytes += chunk.length;
    utf8.see(chunk);
    const last = lastLineEnd(chunk);
    lineBytes = last < 0 ? lineBytes + chunk.length : chunk.length - last;
    if (lineBytes > LONGEST_RECORD) return refuse({ problem: "long-line" });
  }
  if (!head || !detected) return refuse({ problem: "empty" });
  const encoding = detected === "UTF-8" && utf8.isOther() ? "CP932" : detected;
  const text = iconv.decode(head, encoding).replace(/^\uFEFF/, "");
  if (text.trim() === "") return refuse({ problem: "empty" });
  if (/^\s*</.test(text)) return refuse({ problem: "web-page" });
  const delimiter = delimiterOf(text);
  if (!delimiter) return refuse({ problem: "delimiter" });
  return ok({
    path,
    bytes,
    sha256: hash.digest("hex"),
    encoding,
    marked: head.subarray(0, 3).equals(UTF8_MARK) || encoding.startsWith("UTF-16"),
    delimiter,
  });
}

const FEW_LETTERS = 10;

/** Of a file in which few letters are broken the line of the first: it is mended there, not saved anew. */
function brokenLetterIn(chunk: Buffer, problem: NotText): Readonly<{ line?: number }> {
  if (problem !== "unknown-encoding") return {};
  const read = (encoding: Encoding) => iconv.decode(chunk, encoding).split("\uFFFD");
  const [parts] = [read("UTF-8"), read("CP932")].sort((a, b) => a.length - b.length) as [string[], string[]];
  const isText = parts.length <= FEW_LETTERS && chunk.length > 100 * parts.length;
  return isText ? { line: parts[0]!.split("\n").length } : {};
}

const LINES_LOOKED_AT = 20;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The comma or the tab, whichever the first line that has any has more of: a title may stand above. Undefined where the
 * first line is divided by something else.
 */
function delimiterOf(text: string): "," | "\t" | undefined {
  const lines = text.split(/[\r\n]+/, LINES_LOOKED_AT).filter((line) => line.trim() !== "");
  const bares = lines.map((line) => line.replace(/"[^"]*"/g, ""));
  const bare = bares.find((line) => /[,\t]/.test(line)) ?? bares[0] ?? "";
  const count = (sign: string) => bare.split(sign).length - 1;
  if (count(",") > 0 || count("\t") > 0) return count("\t") > count(",") ? "\t" : ",";
  return /[;|，、：:]|\S {2,}\S/.test(bare) ? undefined : ",";
}

function lastLineEnd(chunk: Buffer): number {
  const lf = chunk.lastIndexOf(0x0a);
  return lf >= 0 ? lf : chunk.lastIndexOf(0x0d);
}

/** Watches whether bytes stay UTF-8, letters cut by chunks put together again. */
function utf8Watcher() {
  let held = Buffer.alloc(0);
  let proven = false;
  let broken = false;
  return {
    see(chunk: Buffer) {
      if (broken || proven) return;
      const whole = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
      const complete = withoutCutLetter(whole);
      if (!isUtf8(complete)) broken = true;
      else if (!isAscii(complete)) proven = true;
      held = Buffer.from(whole.subarray(complete.length));
    },
    /** No UTF-8: bytes that are none came before any letter that proves it. */
    isOther: () => broken,
  };
}

/** The bytes without a UTF-8 letter that was cut off at their end. */
function withoutCutLetter(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

import iconv from "iconv-lite";
import { chunksOf } from "./chunks.ts";
import { type CsvFile, LONGEST_RECORD, type Unreadable } from "./csv-file.ts";

/** One record; `line` is the line of the file on which it begins, the first being 1. */
export type CsvRecord = Readonly<{ line: number; cells: readonly string[]; flaw?: "open-quote" }>;

/** Records that came together, and how much of the file has been read so far. */
export type CsvPortion = Readonly<{ records: readonly CsvRecord[]; bytesRead: number }>;

/** Reading had to stop: a line without end, or a quote that is never closed. */
export class CsvBroken extends Error {
  readonly unreadable: Unreadable;
  constructor(unreadable: Unreadable) {
    super(`CSV can't be read: ${unreadable.problem}`);
    this.unreadable = unreadable;
  }
}

/** Small enough that what is read is forgotten before the garbage collector has to carry it along. */
const CHUNK_BYTES = 64 * 1024;
/** Each read waits for another thread: so much is read in one go. */
const READ_BYTES = 16 * CHUNK_BYTES;

/**
 * The records of a file, in portions of about 64 kB, so that memory stays flat. Quoted cells may hold line ends and
 * doubled quotes (RFC 4180); a quote inside an unquoted cell is taken as it stands; empty lines are passed over.
 */
export async function* readRecords(
  file: Pick<CsvFile, "path" | "encoding" | "delimiter">,
): AsyncGenerator<CsvPortion> {
  const decode = decoderOf(file.encoding);
  const scanner = new Scanner(file.delimiter);
  let bytesRead = 0;
  // Very old programs end lines with CR alone.
  let crOnly: boolean | undefined;
  const normalise = (decoded: string) => {
    // No column of text holds a NUL: it is a letter that can't be read, like any other.
    const text = decoded.replaceAll("\0", "\uFFFD");
    crOnly ??= !text.includes("\n") && text.includes("\r");
    return crOnly ? text.replaceAll("\r", "\n") : text;
  };
  for await (const read of chunksOf(file.path, READ_BYTES))
    for (let from = 0; from < read.length; from += CHUNK_BYTES) {
      const chunk = read.subarray(from, from + CHUNK_BYTES);
      bytesRead += chunk.length;
      const records = scanner.take(normalise(decode.write(chunk)));
      if (records.length > 0) yield { records, bytesRead };
    }
  const records = scanner.end(normalise(decode.end()));
  if (records.length > 0) yield { records, bytesRead };
}

/** The records of a text that is in memory. */
export function recordsOf(text: string, delimiter: CsvFile["delimiter"] = ","): CsvRecord[] {
  const scanner = new Scanner(delimiter);
  return [...scanner.take(text), ...scanner.end("")];
}

function decoderOf(encoding: CsvFile["encoding"]): { write(bytes: Buffer): string; end(): string } {
  if (encoding === "CP932") {
    const decoder = iconv.getDecoder("CP932");
    return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? "" };
  }
  // Takes the byte order mark away by itself.
  const decoder = new TextDecoder(encoding.toLowerCase());
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

class Scanner {
  readonly #delimiter: string;
  #rest = "";
  #line = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  take(text: string): CsvRecord[] {
    const all = this.#rest === "" ? text : this.#rest + text;
    let quote = all.indexOf('"');
    const records: CsvRecord[] = [];
    let from = 0;
    for (;;) {
      const end = all.indexOf("\n", from);
      if (end < 0) break;
      if (quote >= 0 && quote < from) quote = all.indexOf('"', from);
      if (quote >= 0 && quote < end) {
        const next = this.#quoted(all, from, records, false);
        if (next < 0) break;
        from = next;
        continue;
      }
      const last = end > from && all.charCodeAt(end - 1) === 13 ? end - 1 : end;
      if (last > from)
        records.push({ line: this.#line, cells: all.slice(from, last).split(this.#delimiter) });
      this.#line += 1;
      from = end + 1;
    }
    this.#rest = all.slice(from);
    if (this.#rest.length > LONGEST_RECORD)
      throw new CsvBroken({
        problem:
          this.#rest.startsWith('"') || /[\t,]"/.test(this.#rest.slice(0, 1000)) ? "open-quote" : "long-line",
        line: this.#line,
      });
    return records;
  }

  end(text: string): CsvRecord[] {
    const records = this.take(text);
    if (this.#rest !== "") {
      const last = this.#rest.endsWith("\r") ? this.#rest.slice(0, -1) : this.#rest;
      if (last.includes('"')) this.#quoted(last, 0, records, true);
      else if (last !== "") records.push({ line: this.#line, cells: last.split(this.#delimiter) });
      this.#rest = "";
    }
    return records;
  }

  /** Reads one record with quotes. Returns where the next begins, or -1 where this one has not ended yet. */
  #quoted(text: string, from: number, records: CsvRecord[], atEnd: boolean): number {
    const cells: string[] = [];
    const line = this.#line;
    let lines = 0;
    let at = from;
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        let start = at + 1;
        for (;;) {
          const close = text.indexOf('"', start);
          if (close < 0) {
            if (!atEnd) return -1;
            cells.push(cell + text.slice(start));
            records.push({ line, cells, flaw: "open-quote" });
            return text.length;
          }
          cell += text.slice(start, close);
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
          start = at + 1;
        }
        lines += cell.split("\n").length - 1;
      }
      let stop = at;
      while (stop < text.length && text[stop] !== this.#delimiter && text[stop] !== "\n") stop += 1;
      if (stop === text.length && !atEnd) return -1;
      const tail =
        text[stop] === this.#delimiter ? text.slice(at, stop) : text.slice(at, stop).replace(/\r$/, "");
      cells.push(cell + tail);
      at = stop + 1;
      if (stop === text.length || text[stop] === "\n") break;
    }
    records.push({ line, cells });
    this.#line += lines + 1;
    return at;
  }
}

import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { BYTE_ORDER_MARK, csvLine } from "#platform/files/csv-writer.ts";
import { awaitedLater } from "#platform/kernel/awaited-later.ts";
import { ok, type Result, refuse } from "#platform/kernel/result.ts";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { CDA_COLUMNS, CDA_STOP } from "./cda.messages.ts";
import { CdaBroken, type CdaDocument, CdaReader, MEAL } from "./cda-document.rules.ts";

const LONGEST_DOCUMENT_BYTES = 4 * 1024 * 1024;
const LONGEST_UNPACKED_BYTES = 20 * 1024 ** 3;
const MOST_ENTRIES = 1_000_000;
/** Documents that are unpacked while others are read; each is held to its longest length. */
const AT_ONCE = 8;
const LONGEST_NAME = 60;
const BOOK = "xl/workbook.xml";
/** Results; guidance (g…), settlements (CLAIMS), index and summary are none. */
const RESULT = /(^|[/\\])h[^/\\]*\.xml$/i;

/** Reading had to stop, for what the sentence says. */
class CdaStopped extends Error {}

const baseName = (name: string): string => name.replace(/^.*[/\\]/, "").slice(-LONGEST_NAME);

/** How the file begins: as XML, as an archive that is no book of Excel, or otherwise. */
async function kindOf(path: string): Promise<"xml" | "zip" | undefined> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64).finally(() => file.close());
  const begins = buffer.subarray(0, bytesRead);
  if (begins.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))) return "zip";
  return /^\uFEFF?\s*</.test(begins.toString("utf8")) ? "xml" : undefined;
}

async function readDocument(name: string, source: Readable): Promise<CdaDocument> {
  const reader = new CdaReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > LONGEST_DOCUMENT_BYTES) throw new CdaStopped(CDA_STOP.tooLong(name));
      reader.write(decoder.decode(piece, { stream: true }));
    }
    reader.write(decoder.decode());
    return reader.end();
  } catch (error) {
    if (error instanceof CdaBroken)
      throw new CdaStopped(error.fault === "declared" ? CDA_STOP.declared(name) : CDA_STOP.notDocument(name));
    // Not UTF-8, as the national form wants it.
    if (error instanceof TypeError) throw new CdaStopped(CDA_STOP.notDocument(name));
    throw error;
  }
}

type Named = Readonly<{ name: string; document: CdaDocument }>;

/** Entries are read where they lie: nothing of an archive is put down under a name that it says. */
async function* inArchive(archive: ZipFile): AsyncGenerator<Named> {
  if (archive.entryCount > MOST_ENTRIES) throw new CdaStopped(CDA_STOP.tooMuch);
  let [unpacked, found] = [0, 0];
  const begun: Promise<Named>[] = [];
  const read = async (name: string, entry: Entry): Promise<Named> => ({
    name,
    document: await readDocument(name, await archive.openReadStreamPromise(entry)),
  });
  for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) {
    if (!RESULT.test(entry.fileName)) continue;
    const name = baseName(entry.fileName);
    if (entry.uncompressedSize > LONGEST_DOCUMENT_BYTES) throw new CdaStopped(CDA_STOP.tooLong(name));
    unpacked += entry.uncompressedSize;
    if (unpacked > LONGEST_UNPACKED_BYTES) throw new CdaStopped(CDA_STOP.tooMuch);
    found += 1;
    begun.push(awaitedLater(read(name, entry)));
    if (begun.length >= AT_ONCE) yield await begun.shift()!;
  }
  for (const one of begun) yield await one;
  if (found === 0) throw new CdaStopped(CDA_STOP.none);
}

async function* documentsOf(path: string, kind: "xml" | "zip", said: string): AsyncGenerator<Named> {
  if (kind === "xml") {
    if ((await stat(path)).size > LONGEST_DOCUMENT_BYTES) throw new CdaStopped(CDA_STOP.tooLong(said));
    yield { name: said, document: await readDocument(said, createReadStream(path)) };
    return;
  }
  const archive = await openPromise(path, { autoClose: false });
  try {
    yield* inArchive(archive);
  } finally {
    archive.close();
  }
}

async function isBook(path: string): Promise<boolean> {
  const archive = await openPromise(path, { autoClose: false });
  try {
    for await (const { fileName } of archive.eachEntry() as AsyncIterable<Entry>)
      if (fileName === BOOK) return true;
    return false;
  } finally {
    archive.close();
  }
}

/** What an archive says of itself does not hold: encrypted, cut off, of other sizes, with names that lead elsewhere. */
const isOfArchive = (error: unknown): boolean =>
  error instanceof Error && Object.getPrototypeOf(error) === Error.prototype && !("syscall" in error);

export type Unpacked = Readonly<{ rows: number; withoutKey: number }>;

/**
 * Puts the documents of a national XML or its ZIP down at `csv`, one line a document, so that everything after reads one
 * kind of file. Undefined where the file is neither.
 */
export async function cdaToCsv(
  path: string,
  csv: string,
  keyOf: (document: CdaDocument, name: string) => string,
  said = "XML",
): Promise<Result<Unpacked, string> | undefined> {
  const rows = `${csv}.rows`;
  try {
    const kind = await kindOf(path);
    if (kind === undefined || (kind === "zip" && (await isBook(path)))) return undefined;
    const table = new CdaTable();
    await pipeline(
      Readable.from(table.lines(documentsOf(path, kind, said), keyOf)),
      createWriteStream(rows, { mode: 0o600 }),
    );
    await pipeline(Readable.from(table.csv(rows)), createWriteStream(`${csv}.part`, { mode: 0o600 }));
    await rename(`${csv}.part`, csv);
    return ok({ rows: table.rows, withoutKey: table.withoutKey });
  } catch (error) {
    if (error instanceof CdaStopped) return refuse(error.message);
    if (isOfArchive(error)) return refuse(CDA_STOP.archive);
    throw error;
  } finally {
    await rm(rows, { force: true });
    await rm(`${csv}.part`, { force: true });
  }
}

/** Refuses what tells who somebody is; the provider's key stands among the ids of the person. */
export function keyOfHashed({ who, key }: CdaDocument, name: string): string {
  const told = Object.entries(who).some(([part, text]) => part !== "insurer" && text !== "");
  if (told || key === "") throw new CdaStopped(CDA_STOP.identified(name));
  return key;
}

/** Which items are there is known only at the end: the rows wait on the disk. */
class CdaTable {
  rows = 0;
  withoutKey = 0;
  readonly #codes = new Map<string, Set<string>>();

  async *lines(
    documents: AsyncIterable<Named>,
    keyOf: (document: CdaDocument, name: string) => string,
  ): AsyncGenerator<string> {
    for await (const { name, document } of documents) {
      const { examDay, birth, sex, values } = document;
      const key = keyOf(document, name);
      if (key === "") this.withoutKey += 1;
      this.rows += 1;
      const cells: Record<string, string> = {};
      for (const [item, { text, code }] of values) {
        cells[item] = text;
        const codes = this.#codes.get(item) ?? new Set();
        this.#codes.set(item, codes.add(code));
      }
      yield `${JSON.stringify([[key, examDay, birth, sex], cells])}\n`;
    }
  }

  async *csv(rows: string): AsyncGenerator<string> {
    const { key, examDay, birth, sex, meal } = CDA_COLUMNS;
    const items = CHECKUP_ITEMS.filter((item) => this.#codes.has(item.key));
    const names = items.map((item) => {
      const [code, ...more] = this.#codes.get(item.key)!;
      // One analyte may come by several methods: then no single code says how.
      return more.length === 0 ? `${item.label} ${code}` : item.label;
    });
    const keys = items.map((item) => item.key);
    const meals = this.#codes.has(MEAL);
    yield BYTE_ORDER_MARK + csvLine([key, examDay, birth, sex, ...(meals ? [meal] : []), ...names]);
    for await (const line of createInterface({ input: createReadStream(rows, "utf8") })) {
      const [whose, cells] = JSON.parse(line) as [string[], Record<string, string>];
      yield csvLine([
        ...whose,
        ...(meals ? [cells[MEAL] ?? ""] : []),
        ...keys.map((one) => cells[one] ?? ""),
      ]);
    }
  }
}

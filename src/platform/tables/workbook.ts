import { mkdir, open, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";

/** A larger book is sent as CSV, which is read piece by piece. */
const LONGEST_BOOK_BYTES = 50 * 1024 * 1024;
const LONGEST_UNPACKED_BYTES = 500 * 1024 * 1024;
const MOST_MEMORY_MB = 1024;
const LONGEST_MS = 120_000;

/** A book of Excel whose chosen sheet lies as CSV on the disk; the hidden sheets are not named. */
export type Book = Readonly<{ sheets: readonly string[]; sheet: string }>;

export type BookWork = Readonly<{ path: string; csv: string; old: boolean; sheet: string | undefined }>;

const ZIP = Buffer.from("PK\x03\x04", "latin1");
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** How the file begins: as books of Excel (xlsx) do, as those of before 2007 (xls), or otherwise. */
export async function kindOfBook(path: string): Promise<"xlsx" | "xls" | undefined> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8);
    if (buffer.subarray(0, 4).equals(ZIP)) return "xlsx";
    return buffer.equals(COMPOUND) ? "xls" : undefined;
  } finally {
    await file.close();
  }
}

/**
 * Writes one sheet of a book as CSV, one line a row, so that everything after reads one kind of file piece by piece: the
 * sheet of that name, else the first that holds a table. What every cell of a merged one says is written into each.
 * Undefined where it is no book, larger than memory should hold, or without such a sheet.
 */
export async function bookToCsv(path: string, csv: string, sheet?: string): Promise<Book | undefined> {
  const kind = await kindOfBook(path);
  if (kind === undefined || (await stat(path)).size > LONGEST_BOOK_BYTES) return undefined;
  if (kind === "xlsx" && !(await isHonestBook(path))) return undefined;
  await mkdir(dirname(csv), { recursive: true, mode: 0o700 });
  return inWorker({ path, csv, old: kind === "xls", sheet });
}

/** A book may be hostile: it is read where it can neither take the memory of the server nor keep others waiting. */
function inWorker(work: BookWork): Promise<Book | undefined> {
  const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise((resolve) => {
    const end = (book: Book | undefined) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(book);
    };
    const timer = setTimeout(() => end(undefined), LONGEST_MS);
    worker.once("message", end);
    worker.once("error", () => end(undefined));
    worker.once("exit", () => end(undefined));
  });
}

/** Whether it says that it unpacks to what memory can hold, and holds a book. */
async function isHonestBook(path: string): Promise<boolean> {
  let unpacked = 0;
  let book = false;
  const { unzipSync } = await import("fflate");
  try {
    unzipSync(await readFile(path), {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        book ||= name === "xl/workbook.xml";
        return false;
      },
    });
  } catch {
    return false;
  }
  return book && unpacked <= LONGEST_UNPACKED_BYTES;
}

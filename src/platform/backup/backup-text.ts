/** The first line of a backup's text, as a comment of SQL. */
export type BackupHead = Readonly<{
  format: 1;
  at: string;
  /** Of the store: the migrations that it had, in their order. */
  migrations: readonly Readonly<{ name: string; checksum: string }>[];
}>;

export type TableSum = Readonly<{ table: string; rows: number; sha256: string }>;
/** The last line. */
export type BackupEnd = Readonly<{ tables: readonly TableSum[] }>;

export const HEAD = "-- yui-backup ";
export const END = "-- yui-backup-end ";
const COPY = /^COPY (\S+) \(.*\) FROM stdin;$/;
const NEWLINE = 0x0a;
const OVER = Buffer.from("\\.\n");

export type Part =
  | Readonly<{ kind: "line"; text: string }>
  | Readonly<{ kind: "copy"; table: string; statement: string; rows: AsyncIterable<Buffer> }>;

/**
 * Reads the text of a backup: lines of SQL comments, and between `COPY … FROM stdin;` and `\.` the rows of a table, piece
 * by piece and never whole. The rows of one part are read to their end before the next part is asked for.
 */
export async function* readParts(text: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  const pieces = text[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await pieces.next();
    if (done) return false;
    rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
    return true;
  };
  const rows = async function* (): AsyncGenerator<Buffer> {
    let fresh = true;
    for (;;) {
      const at = fresh && rest.subarray(0, OVER.length).equals(OVER) ? 0 : rest.indexOf("\n\\.\n") + 1;
      if (at > 0 || (fresh && rest.subarray(0, OVER.length).equals(OVER))) {
        if (at > 0) yield rest.subarray(0, at);
        rest = rest.subarray(at + OVER.length);
        return;
      }
      // Whole rows go on; what begins the last one waits for its end.
      const whole = rest.lastIndexOf(NEWLINE, -2) + 1;
      if (whole > 0) {
        yield rest.subarray(0, whole);
        rest = rest.subarray(whole);
        fresh = true;
      }
      if (!(await more())) throw new Error("unexpected end of the rows of a table");
    }
  };
  for (;;) {
    let end = rest.indexOf(NEWLINE);
    while (end < 0) {
      if (!(await more())) return;
      end = rest.indexOf(NEWLINE);
    }
    const line = rest.subarray(0, end).toString("utf8");
    rest = rest.subarray(end + 1);
    const table = COPY.exec(line)?.[1];
    if (table) yield { kind: "copy", table, statement: line.slice(0, -1), rows: rows() };
    else yield { kind: "line", text: line };
  }
}

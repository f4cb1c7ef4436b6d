/** What a cell may hold; undefined and null become empty cells. */
export type Cell = string | number | boolean | null | undefined;

/** Signs that make a spreadsheet take a cell for a formula, in half and full width (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
/** What defusing puts in front of a cell; spreadsheets show the rest as text. */
const DEFUSED = /^'(?=['=+\-@\t\r＝＋－＠])/;

/** The cell as text that no spreadsheet runs. Plain numbers, also negative ones, stay numbers. */
export function defuse(text: string): string {
  return (FORMULA.test(text) && !NUMBER.test(text)) || DEFUSED.test(text) ? `'${text}` : text;
}

/** Undoes defuse(), so that a file that was written here comes back as it was. */
export const restore = (text: string): string => text.replace(DEFUSED, "");

/** One line of a CSV file, with its line end (RFC 4180: CRLF). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  const text = typeof cell === "string" ? defuse(cell) : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a file begins with so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

export type CsvColumn<Row> = Readonly<{ head: string; cell(row: Row): Cell }>;

/** A whole CSV file: UTF-8 with a byte order mark, heads first, formula-safe. */
export function writeCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => csvLine(columns.map((column) => column.cell(row))));
  return BYTE_ORDER_MARK + csvLine(columns.map((column) => column.head)) + lines.join("");
}

/** An answer that the browser saves as a file; the name may be Japanese (RFC 6266). */
export function csvResponse(fileName: string, body: string | ReadableStream): Response {
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="download.csv"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

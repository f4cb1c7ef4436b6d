import { unzipSync, zipSync } from "fflate";
import writeXlsx from "write-excel-file/node";
import { BYTE_ORDER_MARK, type Cell, csvLine, csvResponse, writeCsv } from "#platform/files/csv-writer.ts";
import { type ListColumn, type ListPage, MOST_ROWS_IN_A_FILE } from "./list.ts";

export type ListFile = "csv" | "xlsx";

/** Which of the two routes of a list's files was asked. */
export const fileKindOf = ({ pathname }: Readonly<{ pathname: string }>): ListFile =>
  pathname.endsWith(".xlsx") ? "xlsx" : "csv";

/**
 * A whole list as a file, formula-safe: CSV (UTF-8 with a byte order mark) or XLSX. What comes in parts is written part
 * by part, so that memory stays flat. A file that does not hold everything says so in its last line.
 */
export async function listResponse<Row>(
  kind: ListFile,
  name: string,
  columns: readonly ListColumn<Row>[],
  list: Pick<ListPage<Row>, "rows" | "after"> | AsyncGenerator<readonly Row[]>,
): Promise<Response> {
  const cells = columns.map(({ head, unit, cell }) => ({ head: unit ? `${head}（${unit}）` : head, cell }));
  if (kind === "csv")
    return csvResponse(
      `${name}.csv`,
      "rows" in list
        ? writeCsv(cells, list.rows) + (list.after === undefined ? "" : csvLine([NOT_ALL]))
        : csvStream(cells, list),
    );
  const { rows, after } = "rows" in list ? list : await firstOf(list);
  const sheet = [
    cells.map(({ head }) => ({ value: head, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) => cells.map(({ cell }) => xlsxCell(cell(row)))),
    ...(after === undefined ? [] : [[xlsxCell(NOT_ALL)]]),
  ];
  const file = await writeXlsx(sheet, { stickyRowsCount: 1 }).toBuffer();
  return new Response(new Uint8Array(withoutTime(file)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="download.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** The same rows are the same bytes: the parts of the archive bear no time. */
const withoutTime = (file: Uint8Array) => zipSync(unzipSync(file), { mtime: "1980-01-01T00:00:00" });
const NOT_ALL = `ここまでで${MOST_ROWS_IN_A_FILE.toLocaleString("ja-JP")}行です。この先は、絞り込んでから保存してください。`;

/** A sheet is put together in memory: of a long list its first rows. */
async function firstOf<Row>(
  parts: AsyncGenerator<readonly Row[]>,
): Promise<Pick<ListPage<Row>, "rows" | "after">> {
  const rows: Row[] = [];
  for await (const part of parts) {
    rows.push(...part);
    if (rows.length > MOST_ROWS_IN_A_FILE) return { rows: rows.slice(0, MOST_ROWS_IN_A_FILE), after: "more" };
  }
  return { rows, after: undefined };
}

function csvStream<Row>(
  columns: readonly Pick<ListColumn<Row>, "head" | "cell">[],
  parts: AsyncGenerator<readonly Row[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const lines = (rows: readonly Row[]) =>
    rows.map((row) => csvLine(columns.map(({ cell }) => cell(row)))).join("");
  return new ReadableStream({
    start: (out) => out.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(columns.map(({ head }) => head)))),
    async pull(out) {
      const { done, value } = await parts.next();
      if (done) return out.close();
      out.enqueue(encoder.encode(lines(value)));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

/** Numbers stay numbers; a text is a text to the spreadsheet, also where it begins like a formula. */
const xlsxCell = (cell: Cell) => {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  return { value: String(cell), type: String };
};

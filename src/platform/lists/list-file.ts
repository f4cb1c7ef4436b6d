import { unzipSync, zipSync } from "fflate";
import writeXlsx from "write-excel-file/node";
import { type Cell, csvResponse, writeCsv } from "#platform/files/csv-writer.ts";
import type { ListColumn } from "./list.ts";

export type ListFile = "csv" | "xlsx";

/** The rows of a list as a file: CSV (UTF-8 with a byte order mark, formula-safe) or XLSX. */
export async function listResponse<Row>(
  kind: ListFile,
  name: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Promise<Response> {
  const cells = columns.map(({ head, unit, cell }) => ({ head: unit ? `${head}（${unit}）` : head, cell }));
  if (kind === "csv") return csvResponse(`${name}.csv`, writeCsv(cells, rows));
  const sheet = [
    cells.map(({ head }) => ({ value: head, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) => cells.map(({ cell }) => xlsxCell(cell(row)))),
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

/** Numbers stay numbers; a text is a text to the spreadsheet, also where it begins like a formula. */
const xlsxCell = (cell: Cell) => {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  return { value: String(cell), type: String };
};

import { ScrollsSideways } from "./scroll.tsx";

/** Counts under heads, rows named at the left. */
export function CountTable({
  caption,
  head,
  columns,
  rows,
}: {
  caption: string;
  head: string;
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly string[] }[];
}) {
  return (
    <ScrollsSideways label={caption}>
      <table className="w-full max-w-3xl border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-y border-solid-gray-420 bg-solid-gray-50">
            <th scope="col" className="px-3 py-2 text-left">
              {head}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-2 text-right whitespace-nowrap">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className="border-b border-solid-gray-200">
              <th scope="row" className="min-w-28 px-3 py-1.5 text-left font-normal">
                {row.label}
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]} className="px-3 py-1.5 text-right tabular-nums">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

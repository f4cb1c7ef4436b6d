import { ScrollsSideways } from "./scroll.tsx";

/** Counts under heads, rows named at the left. */
export function CountTable({
  caption,
  head,
  columns,
  rows,
  bars = false,
}: {
  caption: string;
  head: string;
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly string[] }[];
  /** Draws the first count of each row as a bar; the last row is the sum of the others. */
  bars?: boolean;
}) {
  const numbers = rows.map(({ cells }) => Number(cells[0]?.replaceAll(",", "")) || 0);
  const most = Math.max(1, ...numbers.slice(0, -1));
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
          {rows.map((row, at) => (
            <tr key={row.label} className="border-b border-solid-gray-200">
              <th scope="row" className="min-w-28 px-3 py-1.5 text-left font-normal">
                {row.label}
                {bars && at < rows.length - 1 && numbers[at]! > 0 ? (
                  <svg
                    aria-hidden="true"
                    className="mt-1 block h-2 w-40 max-w-full"
                    viewBox="0 0 100 4"
                    preserveAspectRatio="none"
                  >
                    <rect width={(numbers[at]! / most) * 100} height="4" className="fill-blue-900" />
                  </svg>
                ) : null}
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

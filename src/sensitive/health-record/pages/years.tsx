import { TextLink } from "#ui/button.tsx";
import { ScrollsSideways } from "#ui/scroll.tsx";
import type { presentYears } from "../checkups/checkup.present.ts";

const CELL = "border-b border-solid-gray-300 px-3 py-2 text-left align-top";

/** The checkups side by side: one row an item, the newest left, each with the letters of its own sheet. */
export function Years({ heads, rows, here }: ReturnType<typeof presentYears> & { here?: string }) {
  return (
    <ScrollsSideways label="年ごとの健診結果" className="my-4">
      <table className="w-full border-collapse text-std-16N-170 print-wide">
        <caption className="sr-only">年ごとの健診結果（新しい順）</caption>
        <thead>
          <tr className="bg-solid-gray-50">
            <th scope="col" className={CELL}>
              項目
            </th>
            {heads.map((head) => (
              <th key={head.id} scope="col" className={CELL}>
                {here ? <TextLink to={`${here}/checkups/${head.id}`}>{head.day}</TextLink> : head.day}
                <span className="block text-dns-14N-130 font-normal">{head.kind}</span>
                <span className="block text-dns-14N-130 font-normal">{head.set}</span>
                <span className="block text-dns-14N-130 font-normal">{head.sources}</span>
              </th>
            ))}
            <th scope="col" className={CELL}>
              前回との差
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={`${CELL} font-normal`}>
                {here ? <TextLink to={`${here}/items/${row.key}`}>{row.label}</TextLink> : row.label}
                <span className="block text-dns-14N-130">{row.unit}</span>
              </th>
              {row.cells.map((cell, i) => (
                <td key={heads[i]!.id} className={CELL}>
                  {cell.value}
                  <span className="block text-dns-14N-130">{cell.judgement}</span>
                </td>
              ))}
              <td className={CELL}>{row.change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

import type { ReactNode } from "react";
import { TextLink } from "#ui/button.tsx";
import { ScrollsSideways } from "#ui/scroll.tsx";
import { DISTRICTS } from "../messages.ts";
import type { tableOf } from "../overview.present.ts";

type Shown = ReturnType<typeof tableOf>;
type Mark = Shown["rows"][number]["cells"][number]["mark"];

const TINTS: Readonly<Record<string, string>> = {
  "▲": "bg-red-50 font-bold",
  "△": "bg-red-50",
  "◆": "bg-green-50 font-bold",
  "◇": "bg-green-50",
};
const INKS: Readonly<Record<string, string>> = { "▲": "text-error-2", "△": "text-error-2" };

/** Areas by indicators: each figure with the sign of how it stands beside the whole, requests and councils after them. */
export function HeatTable({ table, area }: { table: Shown; area: string }) {
  const { columns, rows, withWork } = table;
  if (columns.length === 0 && !withWork) return null;
  const whole = columns[0]?.around ?? area;
  return (
    <>
      <ScrollsSideways label={DISTRICTS.table} className="my-4">
        <table className="w-full border-collapse text-dns-16N-130">
          <caption className="sr-only">{DISTRICTS.table}</caption>
          <thead>
            <tr className="border-y border-solid-gray-420 bg-solid-gray-50 align-bottom">
              <Head name={DISTRICTS.area} />
              {columns.map(({ code, name, unit_name, year }) => (
                <Head key={code} name={name} more={`${unit_name}・${year}年度`} right />
              ))}
              {withWork ? (
                <>
                  <Head name={DISTRICTS.requests} more={DISTRICTS.cases} right />
                  <Head name={DISTRICTS.waited} more={DISTRICTS.median} right />
                  <Head name={DISTRICTS.stage} />
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {columns.length > 0 ? (
              <tr className="border-b border-solid-gray-420 bg-solid-gray-50">
                <RowHead>{whole}</RowHead>
                {columns.map((column) => (
                  <Figure key={column.code} text={column.whole} mark={null} />
                ))}
                {withWork ? <td colSpan={3} /> : null}
              </tr>
            ) : null}
            {rows.map((row) => (
              <tr key={row.slug} className="border-b border-solid-gray-200">
                <RowHead>
                  <TextLink to={`/areas/${row.slug}`}>{row.name}</TextLink>
                </RowHead>
                {row.cells.map(({ text, mark }, at) => (
                  <Figure key={columns[at]!.code} text={text} mark={mark} />
                ))}
                {withWork ? (
                  <>
                    <Figure text={row.requests} mark={null} />
                    <Figure text={row.waited} mark={null} />
                    <td className="px-3 py-2 whitespace-nowrap">{row.stage}</td>
                  </>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollsSideways>
      <ul className="flex flex-wrap gap-x-6 text-dns-14N-130 text-solid-gray-800">
        <li>{DISTRICTS.worseThan(whole)}</li>
        <li>{DISTRICTS.betterThan(whole)}</li>
        <li>{DISTRICTS.noSign}</li>
        <li>{DISTRICTS.hidden}</li>
      </ul>
    </>
  );
}

const Head = ({ name, more, right = false }: { name: string; more?: string; right?: boolean }) => (
  <th scope="col" className={`min-w-20 px-3 py-2 text-dns-14B-130 ${right ? "text-right" : "text-left"}`}>
    {name}
    {more ? <span className="block font-normal whitespace-nowrap">{more}</span> : null}
  </th>
);

const RowHead = ({ children }: { children: ReactNode }) => (
  <th scope="row" className="px-3 py-2 text-left font-normal whitespace-nowrap">
    {children}
  </th>
);

const Figure = ({ text, mark }: { text: string; mark: Mark }) => (
  <td className={`px-3 py-2 text-right tabular-nums whitespace-nowrap ${mark ? TINTS[mark.sign] : ""}`}>
    {text}
    {mark ? (
      <>
        <span aria-hidden="true" className={`ml-1 ${INKS[mark.sign] ?? "text-success-2"}`}>
          {mark.sign}
        </span>
        <span className="sr-only">{mark.word}</span>
      </>
    ) : (
      <span aria-hidden="true" className="ml-1 inline-block w-4" />
    )}
  </td>
);

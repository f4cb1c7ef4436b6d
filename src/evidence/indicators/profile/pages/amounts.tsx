import type { ListedRow } from "../listing/rules.ts";
import { type Language, showSigned } from "../messages.ts";
import { TEXT } from "../wording/messages.ts";

export const Unit = ({ row }: { row: ListedRow }) => (
  <span className="ml-1 text-dns-14N-130">{row.indicator.unit_name}</span>
);

export function DifferenceText({ row, language }: { row: ListedRow; language: Language }) {
  if (!row.difference) return <span className="text-solid-gray-600">－</span>;
  const { decimals } = row.indicator;
  const { value, interval } = row.difference;
  return (
    <>
      {showSigned(value, decimals)}
      <span className="block text-dns-14N-130 text-solid-gray-700">
        {interval
          ? `(${showSigned(interval.lower, decimals)}〜${showSigned(interval.upper, decimals)})`
          : `(${TEXT.noCounts[language]})`}
      </span>
    </>
  );
}

export function ChangeText({ row, language }: { row: ListedRow; language: Language }) {
  const { change, indicator } = row;
  if (!change) return <span className="text-solid-gray-600">－</span>;
  const span =
    language === "ja"
      ? `${change.from_year}〜${change.to_year}年度`
      : `FY${change.from_year}–${change.to_year}`;
  return (
    <>
      {showSigned(change.amount, indicator.decimals)}
      {indicator.unit === "percent" ? <span className="ml-0.5 text-dns-14N-130">pt</span> : null}
      <span className="block text-dns-14N-130 text-solid-gray-700">{span}</span>
    </>
  );
}

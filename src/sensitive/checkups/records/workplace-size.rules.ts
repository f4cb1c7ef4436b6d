import { plainCell } from "#platform/tables/cells.ts";

/** Sizes of workplaces: those under fifty report nothing to the labour office. */
export const SIZES = [
  { key: 0, label: "規模不明" },
  { key: 1, label: "10人未満" },
  { key: 2, label: "10～29人" },
  { key: 3, label: "30～49人" },
  { key: 4, label: "50～299人" },
  { key: 5, label: "300人以上" },
] as const;

const sizeOf = (persons: number): number =>
  persons < 10 ? 1 : persons < 30 ? 2 : persons < 50 ? 3 : persons < 300 ? 4 : 5;

/** Of a cell that says how many work there. */
export function sizeIn(text: string): number {
  const [number] = /\d[\d,]*/.exec(plainCell(text)) ?? [];
  return number === undefined ? 0 : sizeOf(Number(number.replaceAll(",", "")));
}

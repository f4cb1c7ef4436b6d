import type { Meaning } from "./columns.ts";
import type { ImportBatch } from "./import.ts";

/** What a column tells, by which it is coloured: a colour never stands without its word. */
export const TONES = ["where", "when", "who", "what", "figure", "other", "none"] as const;
export type Tone = (typeof TONES)[number];

/** How a module shows what its columns mean. */
export type MeaningShown<M extends Meaning> = Readonly<{
  label(meaning: M): string;
  tone(meaning: M): Tone;
}>;

/** How a file was understood, as the page shows it: its first lines, each with what it is, under what columns mean. */
export function presentLayout<M extends Meaning>(
  { layout, bodyLine, header, mapping }: Pick<ImportBatch<M>, "layout" | "bodyLine" | "header" | "mapping">,
  { label, tone }: MeaningShown<M>,
) {
  if (!layout) return null;
  const { place, sheets, tables, titles, legend, preview } = layout;
  const [first, last] = place.header ?? [0, 0];
  const width = Math.min(header?.length ?? 0, Math.max(0, ...preview.map(({ cells }) => cells.length)));
  const kindOf = (line: number) =>
    line < first
      ? ("above" as const)
      : line <= last
        ? ("header" as const)
        : line < (bodyLine ?? 0)
          ? ("above" as const)
          : ("row" as const);
  return {
    sheet: place.sheet,
    sheets,
    table: place.table,
    tables,
    titles,
    legend: legend.map(([sign, meaning]) => ({ sign, meaning })),
    header: first === last ? `${first}` : `${first}-${last}`,
    columns: (mapping ?? []).slice(0, width).map((meaning, at) => ({
      key: String(at),
      label: label(meaning),
      tone: tone(meaning),
    })),
    lines: preview.map(({ line, cells }) => ({
      line,
      kind: kindOf(line),
      cells: Array.from({ length: width }, (_, at) => cells[at] ?? ""),
    })),
  };
}

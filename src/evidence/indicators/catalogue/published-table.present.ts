import { headerDigest } from "#platform/tables/columns.ts";
import type { Catalogue, PublishedTable } from "./published-table.schema.ts";

export type ReadyState = "ready" | "unchecked" | "by-hand";

/** Whether a table can be brought in as it is: its layout was read, or is a proposal, or nobody has written one down. */
const stateOf = ({ mapping, checked }: PublishedTable): ReadyState =>
  mapping === null ? "by-hand" : checked === null ? "unchecked" : "ready";

/** Where an indicator is published, those first that can be brought in as they are. */
export function tablesFor({ tables, unpublished }: Catalogue, indicator: string) {
  const order: readonly ReadyState[] = ["ready", "unchecked", "by-hand"];
  return {
    tables: tables
      .filter(({ columns }) => columns.some((column) => column.indicator === indicator))
      .map((table) => ({
        code: table.code,
        name: table.name,
        owner: table.owner,
        where: table.where,
        url: table.url,
        file: table.file,
        note: table.note,
        column: table.columns.find((column) => column.indicator === indicator)!.column,
        state: stateOf(table),
        readOn: table.checked?.on ?? null,
      }))
      .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
    why: unpublished.find(({ indicators }) => indicators.includes(indicator))?.why ?? null,
  };
}
export type IndicatorTables = ReturnType<typeof tablesFor>;

/** The mapping that is shipped under that name or code, or for a file with this header. */
export function shippedMapping(
  { tables }: Catalogue,
  wanted: Readonly<{ header: readonly string[] }> | Readonly<{ name: string }>,
) {
  if ("name" in wanted)
    return (
      tables.find(({ code, name }) => code === wanted.name || name === wanted.name)?.mapping ?? undefined
    );
  const digest = headerDigest(wanted.header);
  const mapping = tables.find((one) => one.mapping && headerDigest(one.mapping.header) === digest)?.mapping;
  if (!mapping) return undefined;
  // The next survey's file has the same columns: its year is said by whoever brings it.
  const { fiscalYear: _, ...choices } = mapping.choices;
  return { header: mapping.header, mapping: mapping.mapping, choices };
}

/** The names of tables for which a mapping is shipped. */
export const shippedNames = ({ tables }: Catalogue): string[] =>
  tables.flatMap(({ name, mapping }) => (mapping ? [name] : []));

const STATES: Readonly<Record<ReadyState, string>> = {
  ready: "read from a real copy",
  unchecked: "未確認 (not read from a real copy)",
  "by-hand": "columns are matched by hand",
};

/** `docs/data-sources.md`. */
export function documentOf(
  { date, source, tables, unpublished }: Catalogue,
  names: ReadonlyMap<string, string>,
): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return [
    "# Data sources",
    "",
    "Where each indicator is published, in which file and column. Made from `reference/published_tables.json`;",
    "`UPDATE_DATA_SOURCES=1 npx vitest run src/evidence/indicators/catalogue` writes this page anew.",
    "",
    `As of ${date}. ${source}`,
    ...tables.flatMap((table) => [
      "",
      `## ${table.name}`,
      "",
      `- ${table.owner}. ${table.url ? `[${table.where}](${table.url})` : table.where}`,
      `- File: ${table.file}, ${table.format}; ${table.areas.join(", ")}`,
      `- Mapping: ${STATES[stateOf(table)]}`,
      ...(table.checked
        ? [`- Read: \`${table.checked.file}\`, ${table.checked.on}, SHA-256 \`${table.checked.sha256}\``]
        : []),
      ...(table.note ? [`- ${table.note}`] : []),
      "",
      "| indicator | column |",
      "| --- | --- |",
      ...table.columns.map(
        ({ indicator, column }) => `| ${names.get(indicator)} (\`${indicator}\`) | ${cell(column)} |`,
      ),
    ]),
    "",
    "## Published nowhere",
    "",
    "| indicators | where they come from |",
    "| --- | --- |",
    ...unpublished.map(
      ({ indicators, why }) => `| ${indicators.map((code) => names.get(code)).join("、")} | ${why} |`,
    ),
    "",
  ].join("\n");
}

import type { Understood } from "#foundation/tables/public.ts";
import type { Dictionary } from "../../dictionary/schema.ts";
import { showWords } from "../columns/words/rules.ts";
import type { Choices, ColumnMeaning } from "../schema.ts";

type Inspected = Understood<ColumnMeaning, Choices> &
  Readonly<{ areaNames: Readonly<Record<string, string>>; dictionary: Dictionary }>;

const SAMPLES = 3;

/** How a file was understood, as the command line tells it. */
export function presentInspected(file: string, one: Inspected) {
  const { sheet, table, header, last } = one.layout.place;
  return {
    file,
    sheet,
    sheets: one.layout.sheets,
    table,
    tables: one.layout.tables,
    header,
    rows: [one.bodyLine, last],
    titles: one.layout.titles,
    legend: Object.fromEntries(one.layout.legend),
    columns: one.header.map((name, at) => {
      const { role, ...words } = one.mapping[at]!;
      return {
        name,
        role,
        words: showWords(words, one.dictionary, (id) => one.areaNames[id] ?? id),
        indicator: words.indicator,
        sex: words.sex,
        ageBand: words.ageBand,
        fiscalYear: words.fiscalYear,
        area: words.area,
        sample: one.sample.slice(0, SAMPLES).map((row) => row[at] ?? ""),
      };
    }),
    choices: one.choices,
    missing: one.gaps,
  };
}

export type ShownInspection = ReturnType<typeof presentInspected>;

/** The same in lines. */
export function inspectionLines(shown: ShownInspection): string[] {
  const { sheet, sheets, table, tables, header, rows } = shown;
  const [first, last] = header ?? [];
  return [
    shown.file,
    ...(sheet === null ? [] : [`sheet ${sheet}${sheets.length > 1 ? ` of ${sheets.join(", ")}` : ""}`]),
    ...(tables.length > 1
      ? [`table ${table} of ${tables.length}:`, ...tables.map((title, at) => `  ${at + 1} ${title}`)]
      : []),
    `header in line ${first === last ? first : `${first}-${last}`}, rows from line ${rows[0]}${rows[1] ? ` to ${rows[1]}` : ""}`,
    ...shown.titles.map((title) => `  above: ${title}`),
    ...Object.entries(shown.legend).map(([sign, meaning]) => `  ${sign} means ${meaning}`),
    ...shown.columns.map(({ name, role, words, sample }) =>
      [`  ${name}: ${role}${words && ` ${words}`}`, sample.filter(Boolean).join("、")]
        .filter(Boolean)
        .join("  ← "),
    ),
    ...Object.entries(shown.choices).flatMap(([field, value]) =>
      field === "answers" ? [] : [`all rows: ${field} ${value}`],
    ),
    ...Object.entries(shown.choices.answers ?? {}).map(([key, value]) => `answered: ${key} ${value}`),
    ...Object.values(shown.missing).flatMap((mends) =>
      (mends ?? []).map((mend) => `still to be said: ${mend}`),
    ),
  ];
}

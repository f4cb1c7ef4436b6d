import { z } from "zod";
import { sourcesInWords } from "../checkups/checkup.messages.ts";
import { SHEET_ITEMS } from "../checkups/checkup.rules.ts";
import { type Checkup, CheckupContent, DiaryContent, type DiaryDay } from "../model/entry.schema.ts";
import type { BookletLanguage } from "./booklet.messages.ts";

/** In which of its ways an address asks for the booklet. */
export function bookletLanguageOf(url: URL): BookletLanguage {
  const asked = url.searchParams.get("lang");
  return asked === "en" || asked === "easy" ? asked : "ja";
}

/** A whole file as it is taken along, and read in elsewhere. */
const TakenAlong = z.object({
  yui: z.literal("health-file"),
  edition: z.literal(1),
  checkups: z.array(CheckupContent).max(300),
  diary: z.array(DiaryContent).max(4000).default([]),
});

const contents = <Content extends Readonly<{ id: string }>>(all: readonly Content[]) =>
  all.map(({ id: _, ...content }) => content);

export const asJson = (checkups: readonly Checkup[], diary: readonly DiaryDay[]): string => {
  const whole = { yui: "health-file", edition: 1, checkups: contents(checkups), diary: contents(diary) };
  return `${JSON.stringify(whole, null, 2)}\n`;
};

/** What a file brings to be read in. */
export type TakenIn = Readonly<{ checkups: readonly CheckupContent[]; diary: readonly DiaryContent[] }>;

/** What a file that was taken along holds; undefined where it is another kind of file. */
export function readTakenAlong(text: string): TakenIn | undefined {
  try {
    return TakenAlong.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

type CsvLine = Readonly<
  Record<"day" | "institution" | "item" | "value" | "unit" | "letter" | "set" | "range" | "source", string>
>;

export const CSV_COLUMNS = [
  { head: "受診日", cell: (line: CsvLine) => line.day },
  { head: "健診機関", cell: (line: CsvLine) => line.institution },
  { head: "項目", cell: (line: CsvLine) => line.item },
  { head: "値", cell: (line: CsvLine) => line.value },
  { head: "単位", cell: (line: CsvLine) => line.unit },
  { head: "判定", cell: (line: CsvLine) => line.letter },
  { head: "判定区分", cell: (line: CsvLine) => line.set },
  { head: "基準値", cell: (line: CsvLine) => line.range },
  { head: "記録の方法", cell: (line: CsvLine) => line.source },
] as const;

/** One line a value, for a table. */
export const csvRows = (checkups: readonly Checkup[]): CsvLine[] =>
  checkups.flatMap(({ day, institution, set, values, sources }) =>
    SHEET_ITEMS.flatMap(({ key, label, unit }) => {
      const value = values[key];
      if (!value) return [];
      const { raw, letter, range } = value;
      return [
        {
          ...{ day, institution, item: label, value: raw, unit, letter, set, range },
          source: sourcesInWords(sources),
        },
      ];
    }),
  );

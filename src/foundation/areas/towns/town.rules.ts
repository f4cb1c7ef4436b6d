import type { AreaId } from "#platform/kernel/ids.ts";

export type Town = Readonly<{ areaId: AreaId; postcode: string; name: string; kana: string }>;

/** Columns of KEN_ALL and utf_ken_all: the same in both. */
const COLUMN = { municipality: 0, postcode: 2, kana: 5, town: 8 } as const;
const REST_OF_MUNICIPALITY = "以下に掲載がない場合";
/** 「松江市の次に番地がくる場合」 and 「小川村一円」 stand for the municipality as a whole. */
const WHOLE = /の次に.*番地がくる場合$|.一円$/;
const PARENTHESIS = /[（(].*$/;

/** The layout of the postal service: a code of five digits, a postcode of seven, prefecture, municipality and town. */
export const isTownRecord = (cells: readonly string[]): boolean =>
  cells.length >= 9 && /^\d{5}$/.test(cells[COLUMN.municipality]!) && /^\d{7}$/.test(cells[COLUMN.postcode]!);

/**
 * Towns of the file's records, each once. What stands in parentheses (house numbers, floors) is left out; in KEN_ALL it may
 * go on over several records.
 */
export function townsOf(records: readonly (readonly string[])[]): readonly Town[] {
  const towns = new Map<string, Town>();
  let unfinished: string | undefined;
  for (const cells of records) {
    const postcode = cells[COLUMN.postcode]!;
    const written = cells[COLUMN.town]!.normalize("NFKC");
    const goesOn = unfinished === postcode;
    unfinished = (goesOn || written.includes("(")) && !written.includes(")") ? postcode : undefined;
    if (goesOn) continue;
    const whole = written.startsWith(REST_OF_MUNICIPALITY) || WHOLE.test(written);
    const name = whole ? "" : written.replace(PARENTHESIS, "");
    const kana = whole ? "" : cells[COLUMN.kana]!.normalize("NFKC").replace(PARENTHESIS, "");
    const areaId = cells[COLUMN.municipality]! as AreaId;
    towns.set(`${areaId} ${postcode} ${name}`, { areaId, postcode, name, kana });
  }
  return [...towns.values()];
}

import { type Area, areaIdOfCode, normaliseWords } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainCell } from "#platform/tables/cells.ts";

/** The municipalities of today, by what addresses and codes call them. */
export type Places = Readonly<{
  prefectures: ReadonlyMap<string, AreaId>;
  /** Cities of the same name stand together. */
  named: ReadonlyMap<string, readonly AreaId[]>;
  /** Of municipalities themselves, of wards their city. */
  byId: ReadonlyMap<string, AreaId>;
  prefectureOf: ReadonlyMap<AreaId, AreaId>;
}>;

export function placesOf(areas: readonly Area[]): Places {
  const standing = areas.filter(({ validTo }) => validTo === null);
  const municipalities = standing.filter(({ kind }) => kind === "municipality");
  const wards = standing.filter(({ kind, parentId }) => kind === "ward" && parentId);
  return {
    prefectures: new Map(
      standing
        .filter(({ kind }) => kind === "prefecture")
        .map(({ name, id }) => [normaliseWords(name), id] as const),
    ),
    named: new Map(
      [...Map.groupBy(municipalities, ({ name }) => normaliseWords(name))].map(
        ([name, all]) => [name, all.map(({ id }) => id)] as const,
      ),
    ),
    byId: new Map([
      ...municipalities.map(({ id }) => [id, id] as const),
      ...wards.map(({ id, parentId }) => [id, parentId!] as const),
    ]),
    prefectureOf: new Map(
      municipalities.flatMap(({ id, prefectureId }) => (prefectureId ? [[id, prefectureId] as const] : [])),
    ),
  };
}

/** The columns of a row that tell where it is; empty where it has none. */
export type Told = Readonly<{
  code: string;
  prefecture: string;
  city: string;
  address: string;
  publisher: string;
}>;

const LONGEST_NAME = 12;

/**
 * The municipality of a facility: by its code, else by its address, else by who published the list where that is a
 * municipality. Several where a name without its prefecture leaves them open.
 */
export function placeOf(told: Told, places: Places): readonly AreaId[] {
  const coded = municipalityOf(told.code, told.prefecture, places);
  if (coded) return [coded];
  const prefecture = /^\d*$/.test(plainCell(told.prefecture)) ? "" : told.prefecture;
  const addressed = municipalitiesAt(told.address, places);
  if (addressed.length === 1) return addressed;
  const joined = municipalitiesAt(prefecture + told.city + told.address, places);
  if (joined.length === 1) return joined;
  const published = municipalityOf(told.publisher, "", places);
  if (published) return [published];
  return addressed.length > 0 ? addressed : joined;
}

/** Six digits, five, or the last three beside those of the prefecture; Excel may have dropped the zero before them. */
function municipalityOf(code: string, prefecture: string, places: Places): AreaId | undefined {
  const digits = plainCell(code);
  if (!/^\d{1,6}$/.test(digits)) return undefined;
  const [first, last] = [plainCell(prefecture).padStart(2, "0"), digits.padStart(3, "0")];
  const ids =
    digits.length === 6
      ? [areaIdOfCode(digits)]
      : digits.length === 5
        ? [digits, areaIdOfCode(`0${digits}`)]
        : digits.length === 4
          ? [`0${digits}`]
          : [/^\d{2}$/.test(first) ? first + last : undefined];
  return ids.map((id) => places.byId.get(id ?? "")).find((id) => id !== undefined);
}

/** Every municipality whose name an address begins with, its prefecture and county left out. */
function municipalitiesAt(address: string, places: Places): readonly AreaId[] {
  const words = normaliseWords(address.replace(/〒?\s*[\d０-９]{3}[-－‐−]?[\d０-９]{4}/, ""));
  const [named, id] = [...places.prefectures].find(([name]) => words.startsWith(name)) ?? ["", undefined];
  const rest = words.slice(named.length);
  const within = (text: string): readonly AreaId[] => {
    for (let length = Math.min(LONGEST_NAME, text.length); length > 1; length -= 1) {
      const all = places.named.get(text.slice(0, length)) ?? [];
      const own = id ? all.filter((one) => places.prefectureOf.get(one) === id) : all;
      if (own.length > 0) return own;
    }
    return [];
  };
  const direct = within(rest);
  return direct.length > 0 ? direct : within(rest.replace(/^[^市区町村]{1,6}?郡/, ""));
}

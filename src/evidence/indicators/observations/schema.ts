/** In the order of their stored codes: 0, 1, 2. */
export const SEXES = ["all", "male", "female"] as const;
export type Sex = (typeof SEXES)[number];

export const sexCode = (sex: Sex): number => SEXES.indexOf(sex);
export const sexOfCode = (code: number): Sex => SEXES[code]!;

declare const ageBandBrand: unique symbol;
/**
 * An age band as one small number that sorts by age: first age × 128 + last age, where a last age of 127 means
 * "and older". Any band that a source prints has a code, so there is no list to keep.
 */
export type AgeBand = number & { readonly [ageBandBrand]: true };

const OPEN_END = 127;
const OLDEST = 120;

export const ALL_AGES = OPEN_END as AgeBand;

/** The band from the first to the last age, both included; undefined where it is none. */
export function ageBand(first: number, last?: number): AgeBand | undefined {
  const valid = Number.isInteger(first) && first >= 0 && first <= OLDEST;
  const lastValid = last === undefined || (Number.isInteger(last) && last >= first && last <= OLDEST);
  return valid && lastValid ? ((first * 128 + (last ?? OPEN_END)) as AgeBand) : undefined;
}

/** `last` is undefined for "and older". */
export function agesOf(band: AgeBand): { first: number; last: number | undefined } {
  const last = band % 128;
  return { first: Math.floor(band / 128), last: last === OPEN_END ? undefined : last };
}

/** `all`, `40-49`, `65+`: as files and the API write it. */
export function formatAgeBand(band: AgeBand): string {
  if (band === ALL_AGES) return "all";
  const { first, last } = agesOf(band);
  return last === undefined ? `${first}+` : first === last ? `${first}` : `${first}-${last}`;
}

/** 全年齢、40〜49歳、65歳以上: as pages write it. */
export function showAgeBandJa(band: AgeBand): string {
  if (band === ALL_AGES) return "全年齢";
  const { first, last } = agesOf(band);
  return last === undefined ? `${first}歳以上` : first === last ? `${first}歳` : `${first}〜${last}歳`;
}

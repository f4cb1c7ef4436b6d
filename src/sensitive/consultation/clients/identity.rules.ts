import type { Identity } from "../model/case.schema.ts";

/** The values that are searched for and compared, by the column of their hash; empty ones are left out. */
export function searchedValues(identity: Identity): Readonly<Record<HashColumn, string>> {
  const given = identity.kana.trim().split(/[\s　]+/)[1] ?? "";
  return {
    nameHash: withoutSpaces(identity.name),
    kanaHash: withoutSpaces(identity.kana),
    givenHash: given,
    birthHash: identity.birthDate,
    phoneHash: identity.phone.replace(/[^0-9０-９]/g, ""),
    townHash: withoutSpaces(identity.town),
  };
}

/** People write a name with and without a space. */
const withoutSpaces = (text: string) => text.replace(/\s/g, "");

export const HASH_COLUMNS = [
  "nameHash",
  "kanaHash",
  "givenHash",
  "birthHash",
  "phoneHash",
  "townHash",
] as const;
export type HashColumn = (typeof HASH_COLUMNS)[number];

export type Hashes = Readonly<Record<HashColumn, string | null>>;

/**
 * Whether two clients of an office are likely one person: proposed to a caseworker, and written by nobody but one. The day
 * of birth has to be the same, and the given name: twins share the day, who marries keeps the name. Where a reading was typed
 * without a space, no given name is known: then the same telephone and town stand in for it. Where no day is known, the whole
 * reading and the telephone have to be.
 */
export function isLikelyOne(one: Hashes, other: Hashes): boolean {
  const same = (column: HashColumn) => one[column] !== null && one[column] === other[column];
  const nearby =
    (one.givenHash === null || other.givenHash === null) && same("phoneHash") && same("townHash");
  if (one.birthHash !== null && other.birthHash !== null)
    return same("birthHash") && (same("givenHash") || same("kanaHash") || same("nameHash") || nearby);
  return same("phoneHash") && (same("kanaHash") || same("nameHash"));
}

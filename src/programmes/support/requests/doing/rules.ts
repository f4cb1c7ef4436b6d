import { OFFER_KINDS, PROFESSIONS } from "../../offers/lists/schema.ts";

/** Who is needed, from rows of a number and a word: a profession, a kind of help, or anyone. */
export function needsOf(
  form: FormData,
): { count: number; professions: string[]; kinds: string[] }[] | undefined {
  const rows = [1, 2, 3].map((n) => ({
    count: Number(form.get(`count${n}`) ?? 0),
    who: String(form.get(`who${n}`) ?? ""),
  }));
  const needs = rows
    .filter((row) => row.count > 0)
    .map(({ count, who }) => ({
      count,
      professions: (PROFESSIONS as readonly string[]).includes(who) ? [who] : [],
      kinds: (OFFER_KINDS as readonly string[]).includes(who) ? [who] : [],
    }));
  return needs.length > 0 ? needs : undefined;
}

/** Times that the coordinator proposes instead of the wishes; rows without a day are none. */
export const slotsOf = (form: FormData): { day: string; from: string; to: string }[] =>
  [1, 2, 3]
    .map((n) => ({
      day: String(form.get(`day${n}`) ?? ""),
      from: String(form.get(`from${n}`) ?? ""),
      to: String(form.get(`to${n}`) ?? ""),
    }))
    .filter((slot) => slot.day !== "");

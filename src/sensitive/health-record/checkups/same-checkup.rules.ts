import type { Checkup, CheckupContent } from "../model/entry.schema.ts";

/** Two words or numbers that don't contradict each other: one is missing, or they are the same. */
const agree = (one: string, other: string): boolean =>
  one === "" || other === "" || one === other || Number(one) === Number(other);
const known = (fasting: string): string => (fasting === "unknown" ? "" : fasting);

function sameAs(there: readonly Checkup[], coming: CheckupContent): Checkup | undefined {
  return there.find(
    (one) =>
      one.day === coming.day &&
      agree(one.institution, coming.institution) &&
      agree(one.set, coming.set) &&
      agree(one.overall, coming.overall) &&
      agree(known(one.fasting), known(coming.fasting)) &&
      Object.entries(coming.values).every(([key, { raw, letter }]) => {
        const value = one.values[key];
        return !value || (agree(value.raw, raw) && agree(value.letter, letter));
      }),
  );
}

/**
 * What comes in beside what is there, typed or read in. The same checkup from two sources is one with two sources; where
 * both hold a value and these differ, both stand: the second as a checkup of its own, marked by its source. Undefined
 * where it brings nothing new.
 */
export function joined(
  there: readonly Checkup[],
  coming: CheckupContent,
): Checkup | CheckupContent | undefined {
  const same = sameAs(there, coming);
  if (!same) return coming;
  const values = { ...same.values };
  for (const [key, value] of Object.entries(coming.values)) {
    const has = values[key];
    values[key] = {
      raw: has?.raw || value.raw,
      letter: has?.letter || value.letter,
      range: has?.range || value.range,
    };
  }
  const whole: Checkup = {
    ...same,
    institution: same.institution || coming.institution,
    fasting: known(same.fasting) ? same.fasting : coming.fasting,
    set: same.set || coming.set,
    overall: same.overall || coming.overall,
    note: [...new Set([same.note, coming.note])].filter(Boolean).join("\n").slice(0, 2000),
    sources: [...new Set([...same.sources, ...coming.sources])],
    values,
  };
  return JSON.stringify(whole) === JSON.stringify(same) ? undefined : whole;
}

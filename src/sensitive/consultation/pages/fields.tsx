import type { Option } from "#ui/field.tsx";

/** The words of a set of values as options of a field. */
export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

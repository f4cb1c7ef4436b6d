/** A copy of the text alone: a part of a longer one would hold all of that in memory. */
export const keep = (text: string): string => Buffer.from(text).toString();

/** Cells of many lines are alike: each text is looked at once. */
export function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      known.set(text, value);
    }
    return value;
  };
}

/** A copy of the text alone: a part of a longer one would hold all of that in memory. */
export const keep = (text: string): string => Buffer.from(text).toString();

/** Codes come in packs, so that the number that a workplace was given is no sign of it. */
export const PACKS = [10, 30, 50, 100] as const;
export const packFor = (workers: number | null): number =>
  PACKS.find((pack) => pack >= (workers ?? 10)) ?? PACKS.at(-1)!;

import { createHash } from "node:crypto";

/** Letters and digits that nobody takes for another. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 12;

/** A code of random bytes, of which each gives a sign: 59 bits. */
export const codeOf = (bytes: Uint8Array): string =>
  [...bytes.slice(0, LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join("");

/** As it is printed: in three groups. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

const plain = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("0", "O")
    .replaceAll("1", "I");

/** What is kept of a code; the code itself is printed once and kept nowhere. */
export const codeHash = (typed: string): string =>
  createHash("sha256")
    .update(`survey-code:${plain(typed)}`)
    .digest("hex");

/** Codes come in packs, so that the number that a workplace was given is no sign of it. */
export const PACKS = [10, 30, 50, 100] as const;
export const packFor = (workers: number | null): number =>
  PACKS.find((pack) => pack >= (workers ?? 10)) ?? PACKS.at(-1)!;

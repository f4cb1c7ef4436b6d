import { CODE_SIGNS } from "../signups/sign-up.rules.ts";

/** The year, the place in it, and three letters that nobody guesses: 2026-0007-K7Q. */
export const certificateNumber = (year: number, position: number, chance: Uint8Array): string =>
  [
    year,
    String(position).padStart(4, "0"),
    Array.from(chance.slice(0, 3), (byte) => CODE_SIGNS[byte % CODE_SIGNS.length]).join(""),
  ].join("-");

/** As somebody types it from a paper. */
export const typedNumber = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s]/g, "")
    .replace(/[‐‑–—−ー]/g, "-")
    .toUpperCase();

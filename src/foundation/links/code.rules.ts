import { createHash } from "node:crypto";
import type { Holder } from "#foundation/actors/public.ts";

/** Letters and digits that nobody takes for another. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 12;

/** A code of random bytes, of which each gives a sign: 59 bits. It is printed once and kept nowhere. */
export const codeOf = (bytes: Uint8Array): string =>
  [...bytes.slice(0, LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join("");

/** As it is printed: in three groups. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

/** As it is typed into the field of a page, fit for an address. */
export const typedCode = (typed: string | null): string =>
  (typed ?? "").normalize("NFKC").replace(/[^0-9A-Za-z]/g, "");

const plain = (typed: string): string =>
  typedCode(typed).toUpperCase().replaceAll("0", "O").replaceAll("1", "I");

/** What is kept of a code; that of one purpose opens nothing of another. */
export const codeHash = (purpose: string, typed: string): string =>
  createHash("sha256")
    .update(`${purpose}:${plain(typed)}`)
    .digest("hex");

/** Who brings a code. It is no link of the house: those note when they were used. */
export function codeDoor(purpose: string, code: string): { holder: Holder; held: string } {
  const held = codeHash(purpose, code);
  return { holder: { kind: "holder", purpose, area: null, subject: held, detail: {} }, held };
}

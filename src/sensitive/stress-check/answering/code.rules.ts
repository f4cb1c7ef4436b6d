import { createHash } from "node:crypto";

/** Letters and digits that nobody takes for another. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 12;

/** A code of random bytes, of which each gives a sign: 59 bits. */
export const codeOf = (bytes: Uint8Array): string =>
  [...bytes.slice(0, LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join("");

/** What is kept of a code; the code itself is printed once and kept nowhere. */
export const codeHash = (typed: string): string =>
  createHash("sha256")
    .update(
      `stress-code:${typed
        .normalize("NFKC")
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, "")}`,
    )
    .digest("hex");

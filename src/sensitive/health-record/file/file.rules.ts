import { randomBytes } from "node:crypto";
import type { Secret } from "#platform/sealing/own-key.ts";

/** After so many wrong tries the file stays closed for a while. */
export const MOST_TRIES = 5;
const CLOSED_MS = 30 * 60_000;

export const isClosed = (tries: number, triedAt: Date | null, now: Date): boolean =>
  tries >= MOST_TRIES && triedAt !== null && now.getTime() - triedAt.getTime() < CLOSED_MS;

/** Without signs that are taken for each other; each is five bits. */
const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A code to be printed: 125 bits in five groups. */
export const newCode = (chance: Uint8Array = randomBytes(25)): string =>
  Array.from(chance, (byte) => SIGNS[byte % SIGNS.length])
    .join("")
    .replace(/(.{5})(?=.)/g, "$1-");

/** Word and code as they are compared: width, spaces and, for a code, hyphens and case are folded. */
export const wordSecret = (text: string): Secret => ({
  kind: "word",
  text: text.normalize("NFKC").replace(/\s/g, ""),
});
export const codeSecret = (text: string): Secret => ({
  kind: "chance",
  text: text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, ""),
});
export const isCode = (text: string): boolean => codeSecret(text).text.length === 25;

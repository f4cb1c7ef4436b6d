import { scrypt } from "node:crypto";

/** Letters and digits that nobody takes for each other on paper. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 10;

/** One recovery code, of about 49 bits; `pick` gives a number below its argument by chance. */
export function recoveryCode(pick: (below: number) => number): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[pick(SIGNS.length)]!).join("");
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}

/** A code as typed, in the form in which it was given out: full-width, capitals, spaces and a missing hyphen are mended. */
export function readRecoveryCode(typed: string): string {
  const signs = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}

/** The digits of an authenticator's code, also in full width or with a gap. */
export const readTotp = (typed: string): string => typed.normalize("NFKC").replace(/\D/g, "");

const HASHED = "h1:";
const slowly = (code: string, key: Buffer) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(code, key, 24, (error, hash) => (error ? reject(error) : resolve(hash))),
  );

/**
 * What is kept of a recovery code. Its 49 bits could be tried out by who has both table and secret, so the hash is slow.
 */
export const hashOfRecoveryCode = async (key: Buffer, code: string): Promise<string> =>
  `${HASHED}${(await slowly(code, key)).toString("base64url")}`;

/** Codes as they are kept, from a list in which some are hashed already. */
export async function storedCodes(key: Buffer, codes: string): Promise<string> {
  const list = JSON.parse(codes) as readonly string[];
  const hashed = list.map((code) => (code.startsWith(HASHED) ? code : hashOfRecoveryCode(key, code)));
  return JSON.stringify(await Promise.all(hashed));
}

/** The hashes that are kept; undefined of what was encrypted before. */
export const readStoredCodes = (stored: string): readonly string[] | undefined =>
  stored.startsWith("[") ? (JSON.parse(stored) as string[]) : undefined;

const PERIOD_MS = 30_000;
/** The code before and the one after are taken too: clocks differ, and people type slowly. */
export const countersAt = (now: Date): readonly number[] => {
  const counter = Math.floor(now.getTime() / PERIOD_MS);
  return [counter - 1, counter, counter + 1];
};

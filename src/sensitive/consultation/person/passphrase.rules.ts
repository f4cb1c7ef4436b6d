import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

/** After so many wrong tries the page is closed for a while. */
export const MOST_TRIES = 5;
export const CLOSED_MINUTES = 30;

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const COST = { N: 16_384, r: 8, p: 1 } as const;

/** The second thing that a person chose, as it is kept: salt and hash. Width and spaces are folded. */
export function hashPassphrase(text: string, salt: Uint8Array = randomBytes(SALT_BYTES)): string {
  const hash = scryptSync(plain(text), salt, HASH_BYTES, COST);
  return `${Buffer.from(salt).toString("base64url")}.${hash.toString("base64url")}`;
}

export function isPassphrase(text: string, kept: string): boolean {
  const [salt = "", hash = ""] = kept.split(".");
  const tried = hashPassphrase(text, Buffer.from(salt, "base64url")).split(".")[1] ?? "";
  return timingSafeEqual(Buffer.from(tried), Buffer.from(hash));
}

/** Whether the page is closed now because of wrong tries. */
export const isClosed = (tries: number, triedAt: Date | null, now: Date): boolean =>
  tries >= MOST_TRIES && triedAt !== null && now.getTime() - triedAt.getTime() < CLOSED_MINUTES * 60_000;

const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");

import { createHash } from "node:crypto";

export const LINK_BYTES = 32;

/** 256 bits from the machine's chance, as a part of an address. */
export const tokenOf = (chance: Uint8Array): string => Buffer.from(chance).toString("base64url");

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What is kept of a token: who reads the table can open nothing with it. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const isAlive = (
  link: Readonly<{ expiresAt: Date | null; revokedAt: Date | null }>,
  now: Date,
): boolean => link.revokedAt === null && (link.expiresAt === null || now < link.expiresAt);

/** A use within a minute of the last one is the same visit: a page and its files. */
export const isNewUse = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > 60_000;

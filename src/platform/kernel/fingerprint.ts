import { createHash } from "node:crypto";

/** A value in a few signs. A form carries that of what it showed: whoever saves over what they have not seen is told. */
export const fingerprintOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);

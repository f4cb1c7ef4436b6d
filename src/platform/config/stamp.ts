import { createHmac, hkdfSync } from "node:crypto";

/** Codes under a key of their own, made from a secret that the database does not hold. */
export function stampBy(secret: string, purpose: string): (text: string) => string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", `yui ${purpose}`, 32));
  return (text) => createHmac("sha256", key).update(text, "utf8").digest("hex");
}

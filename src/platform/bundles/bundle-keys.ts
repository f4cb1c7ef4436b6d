import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { z } from "zod";

/** What an installation keeps to itself: by one key it signs, by the other it reads. */
export type BundleKeys = Readonly<{ signing: string; identity: string }>;
/** What others know of it. */
export type PublicKeys = Readonly<{ verifying: string; recipient: string }>;

export async function makeBundleKeys(): Promise<BundleKeys> {
  const { privateKey } = generateKeyPairSync("ed25519");
  return {
    signing: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
    identity: await generateX25519Identity(),
  };
}

export const signingKey = ({ signing }: BundleKeys): KeyObject =>
  createPrivateKey({ key: Buffer.from(signing, "base64"), type: "pkcs8", format: "der" });

export const verifyingKey = ({ verifying }: PublicKeys): KeyObject =>
  createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: verifying }, format: "jwk" });

export async function publicKeysOf(keys: BundleKeys): Promise<PublicKeys> {
  const { x } = createPublicKey(signingKey(keys)).export({ format: "jwk" });
  return { verifying: x!, recipient: await identityToRecipient(keys.identity) };
}

/** Letters and digits that are not taken for one another on paper (Crockford). */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const HASHED_BYTES = 20;

/** 160 bits of both keys in eight groups of four, to be read out or printed. */
export function fingerprintOf({ verifying, recipient }: PublicKeys): string {
  const hash = createHash("sha256")
    .update(`yui ${verifying} ${recipient}`)
    .digest()
    .subarray(0, HASHED_BYTES);
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = bits.match(/.{5}/g)!.map((five) => LETTERS[Number.parseInt(five, 2)]);
  return letters.join("").match(/.{4}/g)!.join("-");
}

/** A fingerprint as people type it: any width and case, with or without dashes, O for 0. */
export const typedFingerprint = (typed: string): string =>
  (
    typed
      .normalize("NFKC")
      .toUpperCase()
      .replaceAll("O", "0")
      .replace(/[IL]/g, "1")
      .replace(/[^0-9A-Z]/g, "")
      .match(/.{1,4}/g) ?? []
  ).join("-");

export const Card = z.strictObject({
  format: z.literal("yui-bundle-keys/1"),
  name: z.string().min(1).max(80),
  side: z.enum(["inside", "outside"]),
  verifying: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  recipient: z.string().regex(/^age1[a-z0-9]{58}$/),
});
/** Who an installation is, as it is handed to another. It holds no secret. */
export type Card = z.output<typeof Card>;

export const cardOf = (name: string, side: Card["side"], { verifying, recipient }: PublicKeys): Card => ({
  format: "yui-bundle-keys/1",
  ...{ name, side, verifying, recipient },
});

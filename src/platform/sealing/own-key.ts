import { hkdfSync, randomBytes, scrypt } from "node:crypto";
import { inspect } from "node:util";
import { disclose, enclose, SealBroken, Sealed } from "./sealed.ts";

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

/**
 * A key that is kept only under secrets of its owner. While they work it is in memory; neither logs nor JSON show it.
 * `id` says whose it is, and is bound into all that it seals.
 */
export class OwnKey {
  readonly id: string;
  readonly #key: Buffer;
  constructor(id: string, key: Buffer = randomBytes(KEY_BYTES)) {
    this.id = id;
    this.#key = key;
  }
  seal(column: string, row: string, text: string): Sealed {
    return new Sealed(enclose(this.#key, { holder: `own:${this.id}`, column, row }, Buffer.from(text)));
  }
  open(column: string, row: string, sealed: Uint8Array): string {
    return disclose(this.#key, { holder: `own:${this.id}`, column, row }, sealed).toString("utf8");
  }
  /** The key under that secret: salt, then envelope. */
  async lock(secret: Secret): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const wrapped = enclose(await derived(secret, salt), lockPlace(this.id), this.#key);
    return Buffer.concat([salt, wrapped]).toString("base64url");
  }
  toString(): string {
    return "[key]";
  }
  toJSON(): string {
    return "[key]";
  }
  [inspect.custom](): string {
    return "[key]";
  }
}

/** `word`: chosen by a person, so each guess is made dear. `chance`: nobody guesses it. */
export type Secret = Readonly<{ kind: "word" | "chance"; text: string }>;

/** The key again; undefined where the secret is another one. */
export async function unlockKey(id: string, locked: string, secret: Secret): Promise<OwnKey | undefined> {
  const bytes = Buffer.from(locked, "base64url");
  const key = await derived(secret, bytes.subarray(0, SALT_BYTES));
  try {
    return new OwnKey(id, disclose(key, lockPlace(id), bytes.subarray(SALT_BYTES)));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

const lockPlace = (id: string) => ({ holder: `own:${id}`, column: "key", row: id });

const derived = ({ kind, text }: Secret, salt: Buffer): Promise<Buffer> =>
  kind === "chance"
    ? Promise.resolve(Buffer.from(hkdfSync("sha256", text, salt, "yui own key", KEY_BYTES)))
    : new Promise((resolve, reject) =>
        scrypt(text, salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key))),
      );

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { inspect } from "node:util";

/** Where a sealed value belongs. It opens nowhere else: moved to another row, column or holder it is broken. */
export type Place = Readonly<{ holder: string; column: string; row: string }>;

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES;
const SHOWN = "[sealed]";

/** A sealed value on its way into a column of type bytea. Neither logs nor JSON show more of it than that it is one. */
export class Sealed {
  readonly #envelope: Buffer;
  constructor(envelope: Buffer) {
    this.#envelope = envelope;
  }
  /** Asked by the driver, which writes what comes back. */
  toPostgres(): Buffer {
    return this.#envelope;
  }
  toString(): string {
    return SHOWN;
  }
  toJSON(): string {
    return SHOWN;
  }
  [inspect.custom](): string {
    return SHOWN;
  }
}

/** A value does not open: it was changed, cut or moved, or the key is another one. Nothing of it stands in the message. */
export class SealBroken extends Error {
  constructor(column: string, why = "it was changed, moved or sealed with another key") {
    super(`a sealed value of ${column} does not open: ${why}`);
  }
}

/** Version, nonce, ciphertext, tag: AES-256-GCM, bound to its place as additional data. */
export function enclose(key: Buffer, place: Place, content: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(bound(place));
  const sealed = cipher.update(content);
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), nonce, sealed, cipher.getAuthTag()]);
}

export function disclose(key: Buffer, place: Place, envelope: Uint8Array): Buffer {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
  if (bytes.length < HEAD_BYTES + TAG_BYTES) throw new SealBroken(place.column, "it was cut");
  if (bytes[0] !== VERSION)
    throw new SealBroken(place.column, `its form ${bytes[0]} is not known to this version of Yui`);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bound(place));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const content = decipher.update(bytes.subarray(HEAD_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new SealBroken(place.column);
  }
  return content;
}

/** A list as JSON: no two places give the same text. */
const bound = ({ holder, column, row }: Place): Buffer =>
  Buffer.from(JSON.stringify([VERSION, holder, column, row]));

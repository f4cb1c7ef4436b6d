import { createHash } from "node:crypto";
import { type Keyring, keyLine, type MasterKey, newMasterKey, readKeys } from "#platform/sealing/keyring.ts";

/** A master key that is the same in every process of a test run. */
const KNOWN: MasterKey = (() => {
  const key = createHash("sha256").update("a master key for tests").digest();
  const id = createHash("sha256").update("yui-key-1").update(key).digest("hex").slice(0, 16);
  return { id, key };
})();

/** A keyring of these keys, the newest last. */
export const testKeyring = (...more: readonly MasterKey[]): Keyring => {
  const keys = readKeys([KNOWN, ...more].map(keyLine).join(""), "the keys for tests");
  return {
    current: () => keys.at(-1)!,
    find: (id) => keys.find((key) => key.id === id),
    all: () => keys,
    reload: () => undefined,
  };
};

/** A keyring that has lost every key. */
export const otherKeyring = (): Keyring => {
  const key = newMasterKey();
  return {
    current: () => key,
    find: (id) => (id === key.id ? key : undefined),
    all: () => [key],
    reload: () => undefined,
  };
};

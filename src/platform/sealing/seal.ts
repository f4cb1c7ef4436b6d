import { createHmac, hkdfSync } from "node:crypto";
import type { RowAccess } from "#platform/db/rows.ts";
import { ERASED, type Erased, type KeyHolder, keysOf, nameOf } from "./data-keys.ts";
import { folded } from "./folded.ts";
import { disclose, enclose, SealBroken, Sealed } from "./sealed.ts";

/** `table.column`, as it stands in the database. */
export type Column = `${string}.${string}`;

/** Seals and opens what belongs to one holder, with the key that the transaction has loaded. */
export type Seal = Readonly<{
  seal(column: Column, row: string, content: string | Uint8Array): Sealed;
  open(column: Column, row: string, sealed: Uint8Array): string | Erased;
  /** The same of what is no text: a file. */
  openBytes(column: Column, row: string, sealed: Uint8Array): Buffer | Erased;
}>;

/** For many values of one holder: the key is loaded once, the rest waits for nothing. */
export async function sealOf(access: RowAccess, holder: KeyHolder): Promise<Seal> {
  return (await sealsOf(access, [holder]))(holder);
}

/** For values of many holders: their keys are loaded together. */
export async function sealsOf(
  access: RowAccess,
  holders: readonly KeyHolder[],
): Promise<(holder: KeyHolder) => Seal> {
  const keys = await keysOf(access, holders, { make: true });
  return (holder) => sealBy(keys.get(nameOf(holder)), holder);
}

/** Seals a text of that row and column for its holder, whose key is made where it is the first. */
export async function seal(
  access: RowAccess,
  holder: KeyHolder,
  column: Column,
  row: string,
  text: string,
): Promise<Sealed> {
  return (await sealOf(access, holder)).seal(column, row, text);
}

/** The text, or ERASED where the holder's key was destroyed. Throws where the value is broken or was moved. */
export async function open(
  access: RowAccess,
  holder: KeyHolder,
  column: Column,
  row: string,
  sealed: Uint8Array,
): Promise<string | Erased> {
  const keys = await keysOf(access, [holder], { make: false });
  return sealBy(keys.get(nameOf(holder)), holder).open(column, row, sealed);
}

function sealBy(key: Buffer | Erased | undefined, of: KeyHolder): Seal {
  const holder = nameOf(of);
  const openBytes: Seal["openBytes"] = (column, row, sealed) => {
    if (key === ERASED || (key === undefined && of.kind === "session")) return ERASED;
    if (key === undefined) throw new SealBroken(column, "its holder never had a key");
    return disclose(key, { holder, column, row }, sealed);
  };
  return {
    seal(column, row, content) {
      if (key === undefined || key === ERASED)
        throw new Error(`nothing is sealed for a holder who was erased (${column})`);
      const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
      return new Sealed(enclose(key, { holder, column, row }, bytes));
    },
    open(column, row, sealed) {
      const bytes = openBytes(column, row, sealed);
      return bytes === ERASED ? ERASED : bytes.toString("utf8");
    },
    openBytes,
  };
}

const SEARCH: KeyHolder = { kind: "house", id: "search" };

/**
 * Hashes by which a sealed column is searched for whole values: the same text, however its width, kana and case were
 * typed, gives the same hash. The key is one of its own, derived for each column, and stays when master keys are rotated.
 */
export async function searchHashes(access: RowAccess): Promise<(column: Column, text: string) => string> {
  const key = (await keysOf(access, [SEARCH], { make: true })).get(nameOf(SEARCH));
  if (key === undefined || key === ERASED) throw new Error("the key of the search was destroyed");
  const derived = new Map<string, Buffer>();
  return (column, text) => {
    let own = derived.get(column);
    if (!own) {
      own = Buffer.from(hkdfSync("sha256", key, "", `search ${column}`, 32));
      derived.set(column, own);
    }
    return createHmac("sha256", own).update(folded(text)).digest("base64url");
  };
}

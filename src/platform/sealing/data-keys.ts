import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { listed, type Tx } from "#platform/db/database.ts";
import { db, type RowAccess, tables } from "#platform/db/rows.ts";
import { keyring, type MasterKey } from "./keyring.ts";
import { disclose, enclose } from "./sealed.ts";

/**
 * Whose data a key seals. Erasing a holder is destroying their key. `house` is for what belongs to nobody: mail on its
 * way, and the hashes that are searched.
 */
export type KeyHolder = Readonly<{ kind: "organisation" | "person" | "session" | "house"; id: string }>;

/** Stands for what can't be opened any more because its key was destroyed on purpose. */
export const ERASED: unique symbol = Symbol("erased");
export type Erased = typeof ERASED;

const KEY_BYTES = 32;
const COLUMN = "sealing_key.wrapped";

export const nameOf = ({ kind, id }: KeyHolder): string => `${kind}:${id}`;

/** The data key wrapped by a master key, bound to both. */
export const wrap = (master: MasterKey, holder: KeyHolder, key: Buffer): Buffer =>
  enclose(master.key, { holder: nameOf(holder), column: COLUMN, row: master.id }, key);

export function unwrap(masterId: string, holder: KeyHolder, wrapped: Uint8Array): Buffer {
  const ring = keyring();
  if (!ring.find(masterId)) ring.reload();
  const master = ring.find(masterId);
  if (!master)
    throw new Error(`the master key ${masterId} is gone: put the key file back as it was (yui keys status)`);
  return disclose(master.key, { holder: nameOf(holder), column: COLUMN, row: master.id }, wrapped);
}

/** The keys that a transaction has loaded; they go with it. */
const loaded = new WeakMap<Tx, Map<string, Buffer | Erased>>();

/** The keys of these holders, each read once a transaction. `make` makes those that are not there yet. */
export async function keysOf(
  access: RowAccess,
  holders: readonly KeyHolder[],
  { make }: Readonly<{ make: boolean }>,
): Promise<ReadonlyMap<string, Buffer | Erased>> {
  const tx = db(access);
  const keys = loaded.get(tx) ?? new Map<string, Buffer | Erased>();
  loaded.set(tx, keys);
  const wanted = holders.filter((holder) => !keys.has(nameOf(holder)));
  if (wanted.length === 0) return keys;
  await reachKeys(access, wanted);
  await load(access, wanted, keys);
  if (!make) return keys;
  // In the order of their names: two who make the same keys never wait for each other in a circle.
  const missing = wanted
    .filter((holder) => !keys.has(nameOf(holder)))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  await makeKeys(access, missing, keys);
  // Made by somebody else at the same moment.
  await load(
    access,
    missing.filter((holder) => !keys.has(nameOf(holder))),
    keys,
  );
  return keys;
}

/** From here on the transaction reads and writes the rows of these keys, and of no other. */
async function reachKeys(access: RowAccess, holders: readonly KeyHolder[]): Promise<void> {
  const names = holders.map(nameOf);
  if (names.some((name) => name.includes(","))) throw new Error("a holder's id holds no comma");
  await sql.raw(`SET LOCAL yui.seals = ${pg.escapeLiteral(listed(names))}`).execute(db(access));
}

async function load(
  access: RowAccess,
  holders: readonly KeyHolder[],
  into: Map<string, Buffer | Erased>,
): Promise<void> {
  if (holders.length === 0) return;
  const rows = await tables(access)
    .selectFrom("sealingKey")
    .select(["holderKind", "holderId", "wrapped", "masterKeyId"])
    .where("holderId", "=", sql<string>`any(${holders.map(({ id }) => id)}::text[])`)
    .execute();
  for (const { holderKind: kind, holderId: id, wrapped, masterKeyId } of rows) {
    const holder = { kind, id };
    into.set(nameOf(holder), wrapped === null ? ERASED : unwrap(masterKeyId, holder, wrapped));
  }
}

async function makeKeys(
  access: RowAccess,
  holders: readonly KeyHolder[],
  into: Map<string, Buffer | Erased>,
): Promise<void> {
  if (holders.length === 0) return;
  const master = keyring().current();
  const keys = new Map(holders.map((holder) => [nameOf(holder), randomBytes(KEY_BYTES)]));
  const made = await tables(access)
    .insertInto("sealingKey")
    .values(
      holders.map((holder) => ({
        holderKind: holder.kind,
        holderId: holder.id,
        wrapped: wrap(master, holder, keys.get(nameOf(holder))!),
        masterKeyId: master.id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(["holderKind", "holderId"])
    .execute();
  for (const { holderKind: kind, holderId: id } of made) {
    const name = nameOf({ kind, id });
    into.set(name, keys.get(name)!);
  }
}

/**
 * Erases all that was sealed for the holder, for good: what is sealed stays where it is and opens nowhere any more.
 * The row stays without its key, so that nobody makes the holder a new one. Of a session nothing stays: it ends anyway.
 */
export async function destroyKey(access: RowAccess, holder: KeyHolder): Promise<void> {
  await reachKeys(access, [holder]);
  const keys = loaded.get(db(access));
  if (holder.kind === "session") {
    await tables(access)
      .deleteFrom("sealingKey")
      .where("holderKind", "=", holder.kind)
      .where("holderId", "=", holder.id)
      .execute();
    keys?.delete(nameOf(holder));
    return;
  }
  const gone = { wrapped: null, destroyedAt: sql<Date>`now()` };
  await tables(access)
    .insertInto("sealingKey")
    .values({ holderKind: holder.kind, holderId: holder.id, masterKeyId: keyring().current().id, ...gone })
    .onConflict((conflict) => conflict.columns(["holderKind", "holderId"]).doUpdateSet(gone))
    .execute();
  keys?.set(nameOf(holder), ERASED);
}

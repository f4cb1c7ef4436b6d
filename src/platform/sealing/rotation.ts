import type { App } from "#platform/app.ts";
import type { Database } from "#platform/db/database.ts";
import { type RowAccess, tables, withRows } from "#platform/db/rows.ts";
import type { Round } from "#platform/jobs/rounds.ts";
import { unwrap, wrap } from "./data-keys.ts";
import { keyring } from "./keyring.ts";

/** Upkeep of the keys: it reads their rows and no other. */
const SEALING_SCOPE = { actor: "<sealing>", areas: [] } as const;
const AT_ONCE = 200;

/** How many data keys each master key wraps, and how many were destroyed. */
export type KeyUse = Readonly<{
  masters: readonly Readonly<{ id: string; keys: number }>[];
  destroyed: number;
}>;

export const keyUse = (database: Database): Promise<KeyUse> =>
  withRows(database, SEALING_SCOPE, async (access) => {
    const rows = await tables(access)
      .selectFrom("sealingKey")
      .select((row) => [
        "masterKeyId as id",
        row.fn.countAll<number>().filterWhere("wrapped", "is not", null).as("keys"),
        row.fn.countAll<number>().filterWhere("wrapped", "is", null).as("destroyed"),
      ])
      .groupBy("masterKeyId")
      .orderBy("masterKeyId")
      .execute();
    return {
      masters: rows.filter(({ keys }) => keys > 0).map(({ id, keys }) => ({ id, keys })),
      destroyed: rows.reduce((sum, row) => sum + row.destroyed, 0),
    };
  });

/**
 * Wraps anew, by the current master key, each data key that another one wraps: some a transaction, so that it can be
 * killed at any moment and goes on where it was. What it seals is not touched. Returns how many it wrapped.
 */
export async function rewrapKeys(app: Pick<App, "db">): Promise<number> {
  keyring().reload();
  let wrapped = 0;
  for (;;) {
    const some = await withRows(app.db, SEALING_SCOPE, rewrapSome);
    if (some === 0) return wrapped;
    wrapped += some;
  }
}

/** Goes on with a rotation that was stopped, or that another server began. */
export const KEY_ROUND: Round = { name: "keys wrapped by an older one", everyMs: 600_000, run: rewrapKeys };

async function rewrapSome(access: RowAccess): Promise<number> {
  const master = keyring().current();
  const rows = await tables(access)
    .selectFrom("sealingKey")
    .select(["holderKind", "holderId", "wrapped", "masterKeyId"])
    .where("masterKeyId", "!=", master.id)
    .where("wrapped", "is not", null)
    .orderBy("holderKind")
    .orderBy("holderId")
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { holderKind: kind, holderId: id, wrapped, masterKeyId } of rows) {
    const key = unwrap(masterKeyId, { kind, id }, wrapped!);
    await tables(access)
      .updateTable("sealingKey")
      .set({ wrapped: wrap(master, { kind, id }, key), masterKeyId: master.id })
      .where("holderKind", "=", kind)
      .where("holderId", "=", id)
      .execute();
  }
  return rows.length;
}

/** Gives up what a lost master key wraps: it counts as destroyed, and what it sealed as erased. Returns how many. */
export const abandonKeys = (database: Database, masterId: string): Promise<number> =>
  withRows(database, SEALING_SCOPE, async (access) => {
    const { numUpdatedRows } = await tables(access)
      .updateTable("sealingKey")
      .set({ wrapped: null, destroyedAt: new Date() })
      .where("masterKeyId", "=", masterId)
      .where("wrapped", "is not", null)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  });

import { CamelCasePlugin, type Transaction } from "kysely";
import { type Database, inTransaction, type Scope, type Tx } from "./database.ts";
import type { CamelTables } from "./tables.ts";

declare const opening: unique symbol;
/**
 * What opens rows: a value that stands for a transaction under somebody's scope. Stores take one and nothing else opens
 * a row; a permit is one. Only `foundation/authority`, the sign-in and the platform's own rounds make any (the fence
 * watches that). It is the object itself that opens, not its fields: a copy of it opens nothing.
 */
export type RowAccess = Readonly<{ [opening]: true }>;

type Opened = { tx: Tx | undefined; camel?: Transaction<CamelTables> };
const opened = new WeakMap<object, Opened>();

/** Makes of the value one that opens the rows of that transaction, or of the one that another value opens. */
export function openingRows<T extends object>(value: T, by: Tx | RowAccess): T & RowAccess {
  opened.set(value, opened.get(by) ?? { tx: by as Tx });
  return value as T & RowAccess;
}

/** The transaction is over: whatever opened its rows opens nothing any more. */
export function closeRows(access: RowAccess): void {
  const one = opened.get(access);
  if (one) one.tx = undefined;
}

/** The transaction to ask. Stores alone import this. */
export function db(access: RowAccess): Tx {
  const tx = opened.get(access)?.tx;
  if (!tx) throw new Error("nothing to open rows with: a copy of a permit, or one whose transaction is over");
  return tx;
}

const NAMES = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/**
 * The same transaction with the tables' own types and with columns named as TypeScript names them, so that a store types
 * no column a second time: `tables(permit).selectFrom("planGoal")`.
 */
export function tables(access: RowAccess): Transaction<CamelTables> {
  const tx = db(access);
  const one = opened.get(access)!;
  one.camel ??= tx.withPlugin(NAMES) as unknown as Transaction<CamelTables>;
  return one.camel;
}

/** Runs the work in one transaction under that scope, for what acts before or without a person: sign-in, mail, jobs. */
export const withRows = <T>(
  db: Database,
  scope: Scope,
  work: (access: RowAccess) => Promise<T>,
): Promise<T> =>
  inTransaction(db, scope, async (tx) => {
    const access = openingRows({}, tx);
    try {
      return await work(access);
    } finally {
      closeRows(access);
    }
  });

import { CamelCasePlugin, type Selectable, sql, type Transaction } from "kysely";
import { type Database, inTransaction, type Scope, scopeStatements, type Tx } from "./database.ts";
import type { CamelTables } from "./tables.ts";

declare const opening: unique symbol;
/**
 * What opens rows: a value that stands for a transaction under somebody's scope. Stores take one and nothing else opens
 * a row; a permit is one. Only `foundation/authority`, the sign-in and the platform's own rounds make any (the fence
 * watches that). It is the object itself that opens, not its fields: a copy of it opens nothing.
 */
export type RowAccess = Readonly<{ [opening]: true }>;

/** Sends rows by COPY, in the transaction that it belongs to. */
export type Copy = (statement: string, rows: Uint8Array) => Promise<void>;

type Opened = { tx: Tx | undefined; copy?: Copy | undefined; camel?: Transaction<CamelTables> };
const opened = new WeakMap<object, Opened>();

/**
 * Makes of the value one that opens the rows of that transaction, or of the one that another value opens; `copy` is that
 * transaction's way to send rows by COPY, where it has one.
 */
export function openingRows<T extends object>(value: T, by: Tx | RowAccess, copy?: Copy): T & RowAccess {
  opened.set(value, opened.get(by) ?? { tx: by as Tx, copy });
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

/** The way to send rows by COPY. Stores alone import this, for commands that are declared with `copy`. */
export function copyInto(access: RowAccess): Copy {
  const one = opened.get(access);
  if (!one?.tx || !one.copy)
    throw new Error("no COPY in this transaction: declare the command with `copy: true`");
  return one.copy;
}

/** Gives the transaction another scope from here on. */
export async function changeScope(access: RowAccess, scope: Scope): Promise<void> {
  await sql.raw(scopeStatements(scope)).execute(db(access));
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

/** A row of a table as it is read, with what its columns alone can't say: brands of ids, the shape of JSON. */
export type RowOf<Table extends keyof CamelTables, Told = unknown> = Readonly<
  Omit<Selectable<CamelTables[Table]>, keyof Told> & Told
>;

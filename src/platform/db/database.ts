import { Kysely, sql, type Transaction } from "kysely";
import pg from "pg";
import { openPool, triedAgain } from "./connection.ts";
import { LateDialect, PreparingClient } from "./dialect.ts";

/**
 * The tables. Each module adds its own beside its SQL, so that no file has to know them all:
 *
 *     declare module "#platform/db/database.ts" { interface Tables { organisation: OrganisationTable } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the modules through declaration merging
export interface Tables {}

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/**
 * On whose behalf a transaction runs; row-level security policies read it. Rules decide what an actor may do,
 * this is the second wall for when code forgets to ask.
 *
 * - `actor`: user id, or a name in angle brackets for what is no person (`<cli>`, `<visitor>`).
 * - `areas`: areas whose rows are in reach; `all` for upkeep that runs over every area.
 * - `facts`: further areas, facts about which are in reach too: those that overlap or contain the former.
 * - `organisations`: those that the actor works for.
 * - `roles`: what the actor does for them, as `organisation:role`.
 * - `holds`: the one subject that the holder of a link reaches, of the tables that know links.
 * - `today`: the day in Japan, for what holds until a day.
 */
export type Scope = Readonly<{
  actor: string;
  areas: readonly string[] | "all";
  facts?: readonly string[];
  organisations?: readonly string[];
  roles?: readonly string[];
  holds?: string;
  today?: string;
}>;

// Counts stay far under 2^53; a day is a day, not an instant.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * A new connection has everything to plan anew, and several that begin at once hold each other up (decision 0023). So
 * they outlast a quiet while, though not the four minutes after which some networks silently drop a connection.
 */
const IDLE_CONNECTION_MS = 180_000;

/**
 * Enough for what one process can do; an import takes two. More would let a moment's delay grow: what has piled up
 * opens new connections all at once, which cost more than the pages that wait (decision 0023).
 */
const CONNECTIONS = 8;

export function openDatabase(connection: pg.PoolConfig): {
  db: Database;
  pool: pg.Pool;
  close(): Promise<void>;
} {
  const pool = openPool({
    max: CONNECTIONS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    ...connection,
    Client: PreparingClient,
  });
  const db = new Kysely<Tables>({ dialect: new LateDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/**
 * Runs the work in one transaction under that scope, and again from its beginning where the database undid it for the
 * sake of another transaction. `SET LOCAL` rather than `set_config()`, which a distributed PostgreSQL does not hand on to
 * its workers.
 */
export function inTransaction<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return triedAgain(() =>
    withCommit(
      (begin) => db.transaction().execute(begin),
      async (tx) => {
        await sql.raw(scopeStatements(scope)).execute(tx);
        return work(tx);
      },
    ),
  );
}

const afterwards = new WeakMap<Tx, (() => void)[]>();

/** What is done once the transaction stands for good, and not at all where it is undone. */
export function onCommit(tx: Tx, work: () => void): void {
  afterwards.set(tx, [...(afterwards.get(tx) ?? []), work]);
}

/** Runs a transaction, and then what onCommit() was told. */
export async function withCommit<T>(
  run: (work: (tx: Tx) => Promise<T>) => Promise<T>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let begun: Tx | undefined;
  const result = await run((tx) => {
    begun = tx;
    return work(tx);
  });
  for (const then of (begun && afterwards.get(begun)) ?? []) then();
  return result;
}

/** `= any(…)` over ids: one text for lists of every length, so that it is planned once; an empty one holds nothing. */
export const anyOf = <Key extends string>(keys: readonly Key[], type: "uuid" | "text" = "uuid") =>
  sql<Key>`any(${[...keys]}::${sql.raw(type)}[])`;

/** The settings that the policies read: lists as `,a,b,`, so that a policy finds a member by its text alone. */
export function scopeStatements(scope: Scope): string {
  const all = scope.areas === "all";
  const settings = {
    actor: scope.actor,
    areas: all ? "*" : listed(scope.areas),
    facts: all ? "*" : listed([...scope.areas, ...(scope.facts ?? [])]),
    organisations: listed(scope.organisations ?? []),
    roles: listed(scope.roles ?? []),
    holds: scope.holds ?? "",
    today: scope.today ?? "",
  };
  return Object.entries(settings)
    .map(([name, value]) => `SET LOCAL yui.${name} = ${pg.escapeLiteral(value)}`)
    .join("; ");
}

/** A list in a setting of the transaction. */
export const listed = (ids: readonly string[]) => (ids.length === 0 ? "" : `,${ids.join(",")},`);

import { once } from "node:events";
import { Kysely, PostgresDialect, sql } from "kysely";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Scope, scopeStatements, type Tables, type Tx, withCommit } from "./database.ts";
import type { Copy } from "./rows.ts";

/**
 * Runs the work in one transaction under that scope, as inTransaction() does, with a way to send rows by COPY beside
 * the typed queries. COPY needs the connection itself, so the transaction holds one of the pool's own.
 */
export async function inCopyTransaction<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (tx: Tx, copy: Copy) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const noticed = (error: Error) => {
    broken = error;
  };
  client.on("error", noticed);
  // Kysely over this one connection; giving it back stays with us.
  const held = Object.assign(Object.create(client) as pg.PoolClient, { release: () => undefined });
  held.query = client.query.bind(client) as pg.PoolClient["query"];
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => held, end: async () => undefined } }),
  });
  const copy: Copy = async (statement, rows) => {
    const stream = client.query(copyFrom(statement));
    stream.end(rows);
    await once(stream, "finish");
  };
  try {
    return await withCommit(
      (begin) => db.transaction().execute(begin),
      async (tx) => {
        await sql.raw(scopeStatements(scope)).execute(tx);
        return work(tx, copy);
      },
    );
  } finally {
    client.off("error", noticed);
    client.release(broken);
  }
}

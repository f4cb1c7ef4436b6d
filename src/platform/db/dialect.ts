import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import pg from "pg";

/**
 * PostgreSQL with fewer messages. A page asks a dozen small questions, and of each the way there and back costs more
 * than the answer. So a transaction begins with its first question: `begin` and `SET LOCAL` wait for it. One whose
 * answers were all at hand is never begun.
 */
export class LateDialect extends PostgresDialect {
  override createDriver(): Driver {
    return new LateDriver(super.createDriver());
  }
}

class LateDriver implements Driver {
  readonly #driver: Driver;
  constructor(driver: Driver) {
    this.#driver = driver;
  }
  init(): Promise<void> {
    return this.#driver.init();
  }
  async acquireConnection(): Promise<LateConnection> {
    return new LateConnection(await this.#driver.acquireConnection());
  }
  releaseConnection(connection: LateConnection): Promise<void> {
    return this.#driver.releaseConnection(connection.inner);
  }
  async beginTransaction(connection: LateConnection, settings: TransactionSettings): Promise<void> {
    if (settings.isolationLevel || settings.accessMode)
      return this.#driver.beginTransaction(connection.inner, settings);
    connection.begin();
  }
  async commitTransaction(connection: LateConnection): Promise<void> {
    if (connection.end()) await this.#driver.commitTransaction(connection.inner);
  }
  async rollbackTransaction(connection: LateConnection): Promise<void> {
    if (connection.end()) await this.#driver.rollbackTransaction(connection.inner);
  }
  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

const BEGIN = "begin";

class LateConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  #waiting: string[] = [];
  #inTransaction = false;
  constructor(inner: DatabaseConnection) {
    this.inner = inner;
  }

  begin(): void {
    this.#inTransaction = true;
    this.#waiting = [BEGIN];
  }

  /** Whether there is a transaction to end: what waits has nothing to act on any more. */
  end(): boolean {
    const begun = this.#waiting[0] !== BEGIN;
    this.#waiting = [];
    this.#inTransaction = false;
    return begun;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#inTransaction && query.sql.startsWith("SET LOCAL ")) {
      this.#waiting.push(query.sql);
      return { rows: [] };
    }
    if (this.#waiting.length === 0) return this.inner.executeQuery<R>(query);
    const first = CompiledQuery.raw(this.#waiting.join("; "));
    this.#waiting = [];
    // Both are handed over before either is answered, so nothing comes between; if the first fails, so does the other.
    const [, result] = await Promise.all([this.inner.executeQuery(first), this.inner.executeQuery<R>(query)]);
    return result;
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("rows are not streamed; ask for them in pages");
  }
}

const MOST_PREPARED = 500;
const CHANGED_PLAN = "0A000";

/** Names of statements, the same for all connections: a page's questions are a few hundred texts. */
const names = new Map<string, string>();

/**
 * A connection that has each statement with parameters planned once. Row-level security makes planning dear: with it,
 * half of the server's time went there. Beyond the first few hundred texts (lists of changing length) nothing is kept.
 */
export class PreparingClient extends pg.Client {
  #generation = 0;

  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature has a dozen overloads
  override query(...args: any[]): any {
    const [text, values] = args;
    if (typeof text !== "string" || !Array.isArray(values) || values.length === 0 || args.length > 2)
      return super.query(...(args as [string]));
    let name = names.get(text);
    if (name === undefined && names.size < MOST_PREPARED) {
      name = `yui_${names.size}`;
      names.set(text, name);
    }
    if (name === undefined) return super.query(text, values);
    return super.query({ name: `${name}_${this.#generation}`, text, values }).catch((error: unknown) => {
      // A migration by another process changed a table under us: plan anew from the next question on.
      if ((error as { code?: string }).code === CHANGED_PLAN) this.#generation += 1;
      throw error;
    });
  }
}

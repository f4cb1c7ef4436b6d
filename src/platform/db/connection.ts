import pg from "pg";
import { isLoopback } from "#platform/config/loopback.ts";

/** How often work is done anew that lost against work at the same time. */
const MOST_TRIES = 5;
/**
 * Two transactions waited for each other, could not be put in an order, or took the same time or number of the same thing:
 * one of them was undone and may try again. Then it sees what the other took, and says so.
 */
const UNDONE = new Set(["40P01", "40001", "23P01", "23505"]);
const FIRST_PAUSE_MS = 10;

/**
 * A pool whose connections may die at any moment. The one that is in use then fails its query, and the pool replaces it;
 * without listeners on the pool and on each connection, the death of one would end the process.
 */
export function openPool(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(connection);
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return pool;
}

/** One connection beside the pools; when it dies, its query fails, and no more. */
export async function openClient(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

/** Opens one connection for that work alone. */
export async function withClient<T>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await openClient(connection);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * A connection by an address. Over a network it is encrypted and the server's certificate is checked, unless the address
 * itself says otherwise (`?sslmode=disable`).
 */
export function byUrl(url: string): pg.ClientConfig {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? decodeURIComponent(hostname);
  const near = host === "" || host.startsWith("/") || isLoopback(host);
  return { connectionString: url, ...(near || searchParams.has("sslmode") ? {} : { ssl: true }) };
}

/** Repeats work that the database rolled back because of concurrent work (deadlock, serialization failure, overlap, same key). */
export async function triedAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MOST_TRIES || !UNDONE.has((error as { code?: string }).code ?? "")) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (tries - 1)));
    }
  }
}

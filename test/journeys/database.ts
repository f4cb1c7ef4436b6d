import pg from "pg";
import { inject } from "vitest";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";

/** Changes the app's database under it: what else only time would do. */
export async function changeDatabase(sql: string, values: readonly unknown[] = []): Promise<void> {
  const server = await joinEmbeddedServer(inject("dataFolder"));
  const client = new pg.Client(server.as(SUPERUSER, "yui"));
  try {
    await client.connect();
    await client.query(sql, [...values]);
  } finally {
    await client.end();
    await server.leave();
  }
}

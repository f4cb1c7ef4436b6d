import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { migrate, readMigrations } from "#platform/db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** An administrator's connection to the test server, without a database. */
    server: TestServer;
    template: string;
  }
}

/**
 * One server for the whole run: an embedded one in a folder of its own, or the one that YUI_TEST_DATABASE_URL names.
 * It holds one migrated template; each test file works on a clone of it.
 */
export default async function setup(project: TestProject) {
  const url = process.env.YUI_TEST_DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), "yui-test-"));
  const embedded = url ? undefined : await joinEmbeddedServer(folder);
  const server: TestServer = url ? { url } : embedded!.as(SUPERUSER, "postgres");
  const template = `yui_template_${createHash("sha256")
    .update(
      readMigrations()
        .map((m) => m.checksum)
        .join(),
    )
    .digest("hex")
    .slice(0, 12)}_${process.pid}`;
  const tidyUp = async () => {
    await administer(server, `drop database if exists ${template} with (force)`);
    await embedded?.leave();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await administer(server, `create database ${template}`);
    await migrate(connectionTo(server, template), "LOGIN");
  } catch (error) {
    // The server would keep the run from ending.
    await tidyUp();
    throw error;
  }
  project.provide("server", server);
  project.provide("template", template);
  return tidyUp;
}

export type TestServer = { url?: string; host?: string; user?: string; password?: string };

export function connectionTo(server: TestServer, database: string): pg.ClientConfig {
  if (!server.url) return { host: server.host!, user: server.user!, password: server.password!, database };
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

export async function administer(server: TestServer, statement: string): Promise<void> {
  const client = new pg.Client(connectionTo(server, "postgres"));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

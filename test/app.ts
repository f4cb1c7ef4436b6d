import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, inject } from "vitest";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { openDatabase } from "#platform/db/database.ts";
import { APP, SENSITIVE, SENSITIVE_PATH } from "#platform/db/roles.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { setKeyring } from "#platform/sealing/keyring.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { testKeyring } from "./keys.ts";
import { administer, connectionTo } from "./setup/server.ts";

/** The moment at which tests happen unless they say otherwise: a Sunday in Tokyo, fiscal 2026. */
export const NOW = "2026-11-22T01:00:00Z";

/**
 * An app on a database of this test file's own, connected as yui_app as in production, with a clock that stands
 * still. Call it at the top of a file; what it returns is filled before the first test.
 */
export function testApp(): App {
  const database = `yui_test_${randomUUID().replaceAll("-", "")}`;
  const app = {} as { -readonly [K in keyof App]: App[K] };
  let close: () => Promise<void>;

  beforeAll(async () => {
    const server = inject("server");
    await administer(server, `create database ${database} template ${inject("template")}`);
    const opened = openDatabase({ ...connectionTo(server, database), options: `-c role=${APP}`, max: 20 });
    const sensitive = openDatabase({
      ...connectionTo(server, database),
      options: `-c role=${SENSITIVE} ${SENSITIVE_PATH}`,
      max: 5,
    });
    close = async () => {
      await sensitive.close();
      await opened.close();
    };
    setKeyring(testKeyring());
    const config = {
      ...readConfig({ YUI_SECRET: "a secret for tests, long enough to sign" }),
      // Heads of one store are lost heads to another.
      auditHeadsFile: join(tmpdir(), `${database}.audit-heads`),
    };
    Object.assign(app, {
      config,
      db: opened.db,
      pool: opened.pool,
      sensitive: { db: sensitive.db, pool: sensitive.pool },
      clock: fixedClock(NOW),
      log: pino({ level: "silent" }),
      stamp: stampOf(config),
    });
  });

  afterAll(async () => {
    await close?.();
    rmSync(join(tmpdir(), `${database}.audit-heads`), { force: true });
    await administer(inject("server"), `drop database if exists ${database} with (force)`);
  });

  return app;
}

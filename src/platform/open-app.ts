import type { Logger } from "pino";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { type OpenDatabase, openConfigured } from "#platform/db/open.ts";
import { setScanner } from "#platform/files/scanner.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { openLog } from "#platform/log.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { stampOf } from "#platform/sealing/secret.ts";

/** Opens everything that server, command line and jobs share. The caller closes it. */
export async function openApp(
  log: Logger = openLog(),
): Promise<{ app: App; applied: readonly string[]; jobs: OpenDatabase["jobs"]; close(): Promise<void> }> {
  const config = readConfig(process.env);
  const { db, pool, sensitive, jobs, applied, close } = await openConfigured(config);
  try {
    for (const word of await openKeys(config, db)) process.stderr.write(`${word}\n`);
    setScanner(config.clamd);
    const stamp = stampOf(config);
    return { app: { config, db, pool, sensitive, clock: systemClock, log, stamp }, applied, jobs, close };
  } catch (error) {
    await close();
    throw error;
  }
}

import type { Logger } from "pino";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { type OpenDatabase, openConfigured } from "#platform/db/open.ts";
import { setScanner } from "#platform/files/scanner.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { openLog } from "#platform/log.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { refuseLostSecret, stampOf } from "#platform/sealing/secret.ts";

/** What another secret would end, where nobody looks closer: something, once one was noted. */
const anything = async (_app: App, noted: boolean) =>
  noted ? "what was written until now depends on it" : undefined;

/**
 * Opens everything that server, command line and jobs share, under the secret of before alone: `depends` says, in words,
 * what another one would end, or undefined where nothing would. The caller closes it.
 */
export async function openApp(
  log: Logger = openLog(),
  depends: (app: App, noted: boolean) => Promise<string | undefined> = anything,
): Promise<{ app: App; applied: readonly string[]; jobs: OpenDatabase["jobs"]; close(): Promise<void> }> {
  const config = readConfig(process.env);
  const { db, pool, sensitive, jobs, applied, close } = await openConfigured(config);
  try {
    for (const word of await openKeys(config, db)) process.stderr.write(`${word}\n`);
    setScanner(config.clamd);
    let made: App["stamp"] | undefined;
    // Only once it is asked for: a secret that is gone is not made anew before that is told.
    const stamp: App["stamp"] = (text) => {
      made ??= stampOf(config);
      return made(text);
    };
    const app = { config, db, pool, sensitive, clock: systemClock, log, stamp };
    await refuseLostSecret(config, db, (noted) => depends(app, noted));
    return { app, applied, jobs, close };
  } catch (error) {
    await close();
    throw error;
  }
}

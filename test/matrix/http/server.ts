import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type pg from "pg";
import type { App } from "#platform/app.ts";
import { APP, SENSITIVE, SENSITIVE_PATH } from "#platform/db/roles.ts";

export type ServerProcess = Readonly<{ origin: string; pid: number; stop(): Promise<void> }>;

/** The server of a test's app in a process of its own, where it has a core to itself. Rehearsing it keeps nothing of what is done. */
export async function startServer(
  app: App,
  database: pg.ClientConfig,
  { rehearsing = true }: Readonly<{ rehearsing?: boolean }> = {},
): Promise<ServerProcess> {
  const served = {
    database: { ...database, options: `-c role=${APP}`, max: 20 },
    sensitive: { ...database, options: `-c role=${SENSITIVE} ${SENSITIVE_PATH}`, max: 5 },
    secret: app.config.secret,
    auditHeadsFile: app.config.auditHeadsFile,
    now: app.clock.now().toISOString(),
    rehearsing,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, "server-process.ts")], {
    env: { ...process.env, NODE_ENV: "production", YUI_TEST_SERVED: JSON.stringify(served) },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [origin] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return {
    origin,
    pid: child.pid!,
    async stop() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

import { once } from "node:events";
import { createServer } from "node:net";
import { setFlagsFromString } from "node:v8";
import { logOnSecret } from "#foundation/audit/api.server.ts";
import { signInOnSecret } from "#foundation/identity/api.server.ts";
import type { App } from "#platform/app.ts";
import { type Config, readConfig, refusePlainOrigin } from "#platform/config/config.ts";
import { openLog } from "#platform/log.ts";
import { openApp } from "#platform/open-app.ts";
import { ensurePagesBuild, SERVER_BUILD } from "#platform/web/pages-build.ts";
import { accountsToTry, fill } from "./demonstration.ts";
import { runJobs } from "./jobs.ts";

/** A second Ctrl-C this soon is npm handing on the first one. */
const ECHO_MS = 1000;

/**
 * By its default the engine tidies its memory after eight quiet seconds: whoever comes next waits for that, and then for
 * code that was thrown away and a heap that has to grow again (decision 0025). Of the engine's flags for this, it is the
 * one that still has an effect once the engine runs.
 */
const NO_TIDYING_WHEN_QUIET = "--memory-reducer-gc-count=0";

/** Serves until told to stop (Ctrl-C or SIGTERM), then finishes what is under way. */
export async function start(): Promise<void> {
  setFlagsFromString(NO_TIDYING_WHEN_QUIET);
  const stopped = stopSignal();
  // Before anything takes time, and before a store is filled that nobody will serve.
  const config = readConfig(process.env);
  refusePlainOrigin(config);
  await refuseTakenPort(config);
  const serving = readServer();
  // Awaited below; until then a failure of the database is told first.
  serving.catch(() => undefined);
  const { app, jobs: connection, close } = await openApp(openLog(), dependsOnSecret);
  try {
    await fill(app);
    const { serve } = await serving;
    const jobs = await runJobs(app, connection);
    try {
      const server = await serve(app);
      process.stdout.write(welcome(app.config, server.address));
      const signal = await stopped;
      app.log.info({ signal }, "stopping");
      await server.stop();
    } finally {
      await jobs.stop();
    }
  } finally {
    await close();
  }
}

/** What another secret would end, in words; undefined where there is nothing. */
async function dependsOnSecret(app: App): Promise<string | undefined> {
  const what = [await signInOnSecret(app), await logOnSecret(app)].filter(Boolean);
  return what.length > 0 ? `${what.join(" and ")} depend on it` : undefined;
}

/** Brings the pages' build up to date and reads it, while the database starts and is filled. */
async function readServer(): Promise<typeof import("./server.ts")> {
  await ensurePagesBuild();
  await import(SERVER_BUILD);
  return import("./server.ts");
}

/** Throws what listening throws. */
async function refuseTakenPort({ host, port }: Config): Promise<void> {
  const trial = createServer().listen(port, host);
  await once(trial, "listening");
  trial.close();
  await once(trial, "close");
}

/** The first signal to stop. A later one, meant as such, ends the process at once; nothing is lost by that. */
function stopSignal(): Promise<string> {
  let first: number | undefined;
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) {
      process.on(name, () => {
        if (first !== undefined && Date.now() - first > ECHO_MS) process.exit(130);
        first ??= Date.now();
        resolve(name);
      });
    }
  });
}

function welcome(config: Config, address: string): string {
  const accounts =
    config.mode === "demonstration"
      ? ["To try it, sign in as one of these:", "", ...accountsToTry(), ""]
      : [];
  const lines = ["", `結 Yui  ${address}`, "", ...accounts];
  return `${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}\n`;
}

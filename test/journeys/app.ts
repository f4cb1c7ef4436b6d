import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startMailServer } from "./mail-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the journeys' own app answers. */
    origin: string;
    /** Its data folder, for the command line beside it. */
    dataFolder: string;
    /** What the app's mail server took, one file a mail. */
    mailFolder: string;
    /** What the app has logged. */
    logFile: string;
  }
}

const READY_LIMIT_MS = 110_000;

/** A private app in demonstration mode, on a port and a data folder of its own, for all journeys. */
export default async function setup(project: TestProject) {
  // The folder of keys lies beside the data folder.
  const folder = mkdtempSync(join(tmpdir(), "yui-journeys-"));
  const dataFolder = join(folder, "data");
  const port = await freePort();
  const mail = await startMailServer();
  const app = spawn(process.execPath, ["src/cli.ts", "start"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      YUI_DATA: dataFolder,
      DATABASE_URL: "",
      SMTP_URL: mail.url,
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  const logFile = join(folder, "log");
  for (const stream of [app.stdout!, app.stderr!])
    stream.on("data", (chunk: Buffer) => appendFileSync(logFile, chunk));
  await ready(app, origin);
  project.provide("origin", origin);
  project.provide("dataFolder", dataFolder);
  project.provide("mailFolder", mail.folder);
  project.provide("logFile", logFile);
  return async () => {
    app.kill("SIGTERM");
    if (app.exitCode === null) await once(app, "exit");
    rmSync(folder, { recursive: true, force: true });
    await mail.stop();
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Resolves when the app prints its address. */
function ready(app: ChildProcess, origin: string): Promise<void> {
  let output = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(limit);
      reject(new Error(`the app ${why}:\n${output}`));
    };
    const limit = setTimeout(() => fail("was not ready in time"), READY_LIMIT_MS);
    app.once("exit", () => fail("ended"));
    for (const stream of [app.stdout!, app.stderr!]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk;
        if (!output.includes(origin)) return;
        clearTimeout(limit);
        resolve();
      });
    }
  });
}

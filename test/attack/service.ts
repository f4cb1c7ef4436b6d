import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMONSTRATION_ACCOUNTS } from "#foundation/identity/api.server.ts";

const READY_LIMIT_MS = 100_000;

export type Service = Readonly<{
  process: ChildProcess;
  origin: string;
  dataFolder: string;
  output(): string;
  /** Stops it in order and gives how long that took. */
  stops(): Promise<number>;
  gone(): Promise<void>;
}>;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** A whole service in demonstration mode, as `npm start` runs it, with a folder of its own unless one is given. */
export async function startService(environment: Record<string, string> = {}): Promise<Service> {
  const own = mkdtempSync(join(tmpdir(), "yui-attack-"));
  const dataFolder = environment.YUI_DATA ?? own;
  const port = environment.PORT ?? String(await freePort());
  const child = spawn(process.execPath, ["src/cli.ts", "start"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: port,
      YUI_DATA: dataFolder,
      ...environment,
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), READY_LIMIT_MS);
    child.once("exit", () => reject(new Error(`ended:\n${output}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk;
        if (!output.includes(`Yui  ${origin}`)) return;
        clearTimeout(limit);
        resolve();
      });
  });
  const ended = once(child, "exit");
  return {
    process: child,
    origin,
    dataFolder,
    output: () => output,
    async stops() {
      const begun = performance.now();
      child.kill("SIGTERM");
      await ended;
      return performance.now() - begun;
    },
    async gone() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** Signs in as the account of the demonstration whose mail address begins so; gives its cookie. */
export async function signIn(origin: string, mailbox: string): Promise<string> {
  const { email, password } = DEMONSTRATION_ACCOUNTS.find((one) => one.email.startsWith(mailbox))!;
  const answer = await send(origin, "/sign-in", { email, password });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  if (answer.status !== 302 || cookie === "") throw new Error(`could not sign in: ${answer.status}`);
  return cookie;
}

export const send = (
  origin: string,
  path: string,
  fields: Readonly<Record<string, string>> | FormData,
  cookie = "",
): Promise<Response> =>
  fetch(`${origin}${path}`, {
    method: "POST",
    redirect: "manual",
    // A kept connection may be closed by the server in the very moment in which it is used again.
    headers: { origin, cookie, connection: "close" },
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  });

export type Process = Readonly<{ pid: number; parent: number; title: string }>;

/** The processes of a server of a database, by what they call themselves. */
export function processesUnder(parent: number): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const title = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0")[0]!;
        return [{ pid: Number(name), parent: Number(stat.split(") ")[1]!.split(" ")[1]), title }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    })
    .filter((one) => one.parent === parent);
}

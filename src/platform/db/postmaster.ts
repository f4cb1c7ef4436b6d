import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { here, processOptions, refuseOtherMajor } from "./cluster.ts";
import { copiedWhileRunning, explained, refuseRootsCluster } from "./data-folder.ts";
import { findEngine } from "./engine.ts";

/**
 * Settings of the embedded server. The log must hold no personal data: no statements, no parameters, no details
 * of errors, which quote rows, and no errors of queries at all, which quote values.
 */
const SETTINGS = [
  "listen_addresses=",
  "unix_socket_directories=.",
  "unix_socket_permissions=0700",
  "max_connections=100",
  "shared_buffers=256MB",
  "max_wal_size=2GB",
  "wal_compression=on",
  "jit=off",
  "log_min_messages=log",
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
  "log_parameter_max_length_on_error=0",
  "timezone=UTC",
];
/** Another process was faster, or what it left behind is still ending. */
const TRANSIENT = /lock file|pre-existing shared memory block|shutting down/;
/** Why a server ended: not what it told those who came while it was starting, which is no reason. */
const REASON = /(FATAL|PANIC): +(?! |the database system is).*|could not (find|access) .*/g;
const STOP_LIMIT_MS = 60_000;

/** A server that we started. `ended` tells why it is gone: undefined while it runs. */
export type Launch = Readonly<{ ended(): "transient" | Error | undefined }>;

export function launch(dataFolder: string, cluster: string): Launch {
  const engine = findEngine(cluster);
  refuseOtherMajor(engine, cluster, dataFolder);
  refuseRootsCluster(dataFolder);
  removeStaleLocks(cluster, dataFolder);
  const logFile = join(dataFolder, "postgres.log");
  const log = openSync(logFile, "a", 0o600);
  const logStart = statSync(logFile).size;
  const server = spawn(
    join(engine.bin, "postgres"),
    ["-D", here(cluster), ...SETTINGS.flatMap((setting) => ["-c", setting])],
    {
      ...processOptions(engine, cluster),
      // Its own process group: Ctrl-C in the terminal is for the app, which stops the server in its turn.
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  server.unref();
  let ended: "transient" | Error | undefined;
  server.once("error", (error) => {
    ended = explained(error, dataFolder);
  });
  server.once("exit", () => {
    const said = readFileSync(logFile).subarray(logStart).toString("utf8");
    const reason = said.match(REASON)?.at(-1) ?? "";
    ended ??= TRANSIENT.test(reason) ? "transient" : explained(new Error(reason), dataFolder);
  });
  return { ended: () => ended };
}

/**
 * Lock files of a server that is gone. PostgreSQL takes them as its own where another program got the old server's
 * process id meanwhile, as happens after each restart of a container.
 */
function removeStaleLocks(cluster: string, dataFolder: string): void {
  const pid = postmasterPid(cluster);
  if (pid === undefined || !existsSync(`/proc/${pid}/comm`)) return;
  if (readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres") {
    if (worksHere(pid, cluster)) return;
    if (beganAsNoted(pid, cluster)) throw copiedWhileRunning(dataFolder);
  }
  for (const name of ["postmaster.pid", ".s.PGSQL.5432.lock"]) rmSync(join(cluster, name), { force: true });
}

/** Whether that server's folder is this one; yes where we may not look. */
function worksHere(pid: number, cluster: string): boolean {
  try {
    const there = statSync(`/proc/${pid}/cwd`);
    const ours = statSync(cluster);
    return there.ino === ours.ino && there.dev === ours.dev;
  } catch {
    return true;
  }
}

const TICKS_A_SECOND = 100;
const CLOCKS_DIFFER_S = 5;

/** Whether the process began when the lock file says that its server did: then the file was copied from under it. */
function beganAsNoted(pid: number, cluster: string): boolean {
  const noted = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[2]);
  const [, boot] = /^btime (\d+)$/m.exec(readFileSync("/proc/stat", "utf8")) ?? [];
  // The 22nd field, counted after the name, which may hold spaces.
  const ticks = Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")[19]);
  return Math.abs(Number(boot) + ticks / TICKS_A_SECOND - noted) < CLOCKS_DIFFER_S;
}

function postmasterPid(cluster: string): number | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Stops the server of a cluster in order, and returns when it is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === undefined) return;
  const deadline = Date.now() + STOP_LIMIT_MS;
  if (!signal(pid, "SIGINT")) return;
  while (signal(pid, 0) && Date.now() < deadline) await wait(10);
}

/** Whether the process was there to get the signal. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

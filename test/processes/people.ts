import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

const PROJECT = join(import.meta.dirname, "..", "..");
/** Debian's `nobody`: a user with no rights of its own. */
export const NOBODY = 65_534;
export const isRoot = process.getuid?.() === 0;

export type Options = Readonly<{ uid?: number; project?: string; environment?: Record<string, string> }>;

/** A process on a data folder, see database-user.ts. */
export type Person = Readonly<{
  process: ChildProcess;
  /** The next line that it says; undefined when it ended without. */
  hears(): Promise<string | undefined>;
  ask(line: string): Promise<string | undefined>;
  /** Leaves in order and gives the exit code. */
  leaves(): Promise<number | null>;
  complaint(): string;
}>;

export function comes(
  dataFolder: string,
  { uid, project = PROJECT, environment = {} }: Options = {},
): Person {
  const child = spawn(process.execPath, [join(project, "test/processes/database-user.ts")], {
    cwd: project,
    env: { PATH: process.env.PATH, ...environment, YUI_DATA: dataFolder },
    stdio: ["pipe", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk));
  child.stdin.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const hears = async () => (await lines.next()).value as string | undefined;
  return {
    process: child,
    hears,
    ask(line) {
      child.stdin.write(`${line}\n`);
      return hears();
    },
    async leaves() {
      child.stdin.end("leave\n");
      return exitOf(child);
    },
    complaint: () => complaint.trim(),
  };
}

export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

/** The running server of a data folder. */
export function postmasterOf(dataFolder: string): number | undefined {
  const file = join(dataFolder, "pg", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : undefined;
}

export function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

/** Whether a user without rights can read this project at all. */
export function isOpenToOthers(folder = PROJECT): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o005) !== 0o005) return false;
    if (path === dirname(path)) return true;
  }
}

import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { SUPERUSER } from "./cluster-keys.ts";
import { explained } from "./data-folder.ts";
import { DatabaseUnusable } from "./database-error.ts";
import { type Engine, findEngine } from "./engine.ts";

const DRAFT = "pg-new-";
const ABANDONED_MS = 10 * 60_000;

export const clusterStands = (cluster: string): boolean => existsSync(join(cluster, "PG_VERSION"));

/** Makes the cluster in a folder of its own and moves it into place, so that a start cut short leaves nothing half made. */
export function createCluster(dataFolder: string, cluster: string): void {
  const engine = findEngine(cluster);
  const draft = mkdtempSync(join(dataFolder, DRAFT));
  try {
    removeAbandonedDrafts(dataFolder, statSync(draft).mtimeMs);
    if (engine.user) chownSync(draft, engine.user.uid, engine.user.gid);
    initialise(engine, draft, dataFolder);
    moveIntoPlace(draft, cluster, dataFolder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function initialise(engine: Engine, draft: string, dataFolder: string): void {
  // Sorting and case belong to each query's own collation, so the default one may be the fast C.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const made = spawnSync(
    join(engine.bin, "initdb"),
    ["-D", here(draft), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", ...locale],
    { ...processOptions(engine, draft), encoding: "utf8" },
  );
  if (made.status !== 0) throw explained(new Error(made.stderr || String(made.error)), dataFolder);
}

function moveIntoPlace(draft: string, cluster: string, dataFolder: string): void {
  try {
    renameSync(draft, cluster);
  } catch (error) {
    // Two first starts at once: the other one's cluster stands already.
    if (clusterStands(cluster)) return;
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new DatabaseUnusable(
      `The data folder ${dataFolder} holds a folder pg that is no database of Yui; set YUI_DATA to another folder, or move it away.`,
    );
  }
}

/** Times of files are compared with each other: the disk may have another clock than this process. */
function removeAbandonedDrafts(dataFolder: string, now: number): void {
  for (const name of readdirSync(dataFolder).filter((entry) => entry.startsWith(DRAFT))) {
    const draft = join(dataFolder, name);
    const made = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - made > ABANDONED_MS) rmSync(draft, { recursive: true, force: true });
  }
}

/** Refuses a cluster that another major version of PostgreSQL wrote. */
export function refuseOtherMajor(engine: Engine, cluster: string, dataFolder: string): void {
  const major = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (engine.version.startsWith(`${major}.`)) return;
  throw new DatabaseUnusable(
    `The data folder ${dataFolder} belongs to PostgreSQL ${major}, this Yui brings ${engine.version}; start the version of Yui that wrote it, or restore a dump.`,
  );
}

/**
 * The cluster folder as the server is told of it. On Linux its own working folder, by the link that the kernel
 * keeps for each process: so it never has to walk down from `/`, and the project may stand where only root may enter.
 */
export const here = (folder: string) => (process.platform === "linux" ? "/proc/self/cwd" : folder);

export function processOptions(engine: Engine, cwd: string) {
  return { cwd, env: { PATH: "/usr/bin:/bin", LC_ALL: "C" }, ...(engine.user ?? {}) };
}

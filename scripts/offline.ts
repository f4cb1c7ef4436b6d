import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ensurePagesBuild } from "../src/platform/web/pages-build.ts";

/**
 * Makes one archive that holds all of Yui for a machine like this one without a network: program, packages, engine, Node
 * and pages. `--try` installs it in a network namespace without routes and asks it for a page.
 */
const ROOT = join(import.meta.dirname, "..");
const PORT = "3199";
const READY_TRIES = 240;

const WRAPPER = `#!/bin/sh
# Runs Yui with the Node that came along: ./yui start, ./yui doctor, ./yui backup …
cd "$(dirname "$0")" && exec node_modules/.bin/node src/cli.ts "$@"
`;

function run(command: string, args: readonly string[], cwd: string): string {
  const done = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 64 * 1024 ** 2 });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(" ")}: ${done.stderr || done.error?.message}`);
  return done.stdout;
}

async function pack(folder: string): Promise<string> {
  const changed = run("git", ["status", "--porcelain"], ROOT);
  if (changed !== "") throw new Error(`What is not committed would be missing:\n${changed}`);
  const yui = join(folder, "yui");
  run("sh", ["-c", `mkdir "$1" && git archive HEAD | tar -x -C "$1"`, "sh", yui], ROOT);
  run("npm", ["ci", "--omit=dev", "--no-audit", "--no-fund"], yui);
  await ensurePagesBuild();
  cpSync(join(ROOT, "build"), join(yui, "build"), { recursive: true, preserveTimestamps: true });
  writeFileSync(join(yui, "yui"), WRAPPER, { mode: 0o755 });
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const archive = resolve(`yui-${version}-${process.platform}-${process.arch}.tar.gz`);
  run("tar", ["-czf", archive, "-C", folder, "yui"], ROOT);
  return archive;
}

/** Installs the archive where no network is, starts it, and reads its first page. Returns the seconds until it answered. */
async function tryWithoutNetwork(archive: string, folder: string): Promise<number> {
  run("tar", ["-xzf", archive, "-C", folder], ROOT);
  const began = performance.now();
  const inside = `ip link set lo up
! ip route get 1.1.1.1 2>/dev/null || exit 9
./yui start >started.log 2>&1 & yui=$!
for _ in $(seq ${READY_TRIES}); do
  node_modules/.bin/node -e 'fetch("http://127.0.0.1:${PORT}/").then((page) => page.text()).then((text) => process.exit(text.includes("結 Yui") ? 0 : 1), () => process.exit(1))' && answered=1 && break
  sleep 0.5
done
kill $yui; wait $yui
test "$answered" = 1`;
  const user = process.getuid?.() === 0 ? [] : ["--map-current-user"];
  const child = spawn("unshare", ["--net", ...user, "sh", "-c", inside], {
    cwd: join(folder, "yui"),
    env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", HOME: folder, PORT, YUI_DATA: join(folder, "data") },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise((done) => child.once("exit", done));
  if (code !== 0)
    throw new Error(
      `It did not start without a network (${code}):\n${readFileSync(join(folder, "yui", "started.log"), "utf8")}`,
    );
  return (performance.now() - began) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), "yui-offline-"));
try {
  const archive = await pack(folder);
  rmSync(join(folder, "yui"), { recursive: true });
  const sum = createHash("sha256").update(readFileSync(archive)).digest("hex");
  process.stdout.write(`${archive}: ${Math.round(statSync(archive).size / 1024 ** 2)} MB, SHA-256 ${sum}\n`);
  if (process.argv.includes("--try")) {
    const seconds = await tryWithoutNetwork(archive, folder);
    process.stdout.write(`installed, started and answered without a network in ${seconds.toFixed(0)} s\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

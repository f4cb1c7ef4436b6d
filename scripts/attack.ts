import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensurePagesBuild } from "#platform/web/pages-build.ts";

/** Runs what attacks a whole service: kills, full disks, silent servers. Words after the command narrow it down. */
await ensurePagesBuild();
const vitest = join(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--config", "vitest.attack.config.ts", ...process.argv.slice(2)],
  { stdio: ["ignore", "inherit", "inherit"] },
);
process.exitCode = status ?? 1;

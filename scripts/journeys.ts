import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensurePagesBuild } from "#platform/web/pages-build.ts";
import { findOrInstallBrowser, NoBrowser } from "./browser.ts";

/** Run by their names alone: the look at every page takes long, and a slowed phone is measured on a quiet machine. */
const BY_NAME = ["every-page", "slow-phone"];

/** Runs the browser journeys; words after the command narrow them down to the files whose names hold them. */
async function main(): Promise<number> {
  const browser = await findOrInstallBrowser();
  await ensurePagesBuild();
  const vitest = join(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs");
  const words = process.argv.slice(2);
  const left = BY_NAME.filter((name) => !words.includes(name));
  const which = [...words, ...left.flatMap((name) => ["--exclude", `**/${name}.journey.ts`])];
  const { status } = spawnSync(
    process.execPath,
    [vitest, "run", "--config", "vitest.journeys.config.ts", ...which],
    { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, CHROMIUM_PATH: browser } },
  );
  return status ?? 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof NoBrowser)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

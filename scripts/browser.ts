import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { findBrowser, HOW_TO_GET_A_BROWSER } from "#platform/commands/browser.ts";

const PACKAGES = ["chromium", "fonts-noto-cjk"];

/** The browser for the journeys; as root on Debian it is installed where there is none. */
export async function findOrInstallBrowser(): Promise<string> {
  const found = await findBrowser(process.env);
  if (found) return found;
  if (process.env.CHROMIUM_PATH) {
    throw new NoBrowser(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not there.`);
  }
  if (mayInstall()) {
    install();
    const installed = await findBrowser(process.env);
    if (installed) return installed;
  }
  throw new NoBrowser(HOW_TO_GET_A_BROWSER);
}

/** The message is one line that says what to install. */
export class NoBrowser extends Error {}

function mayInstall(): boolean {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return process.getuid?.() === 0 && /^ID=debian$/m.test(release);
}

function install(): void {
  process.stdout.write(`installing ${PACKAGES.join(" and ")} for the browser journeys\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-q"],
    ["install", "-y", "-q", "--no-install-recommends", ...PACKAGES],
  ]) {
    const { status, stderr } = spawnSync("apt-get", args, {
      env,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
    if (status !== 0)
      process.stderr.write(`apt-get ${args[0]}: ${stderr?.trim().split("\n").at(-1) ?? ""}\n`);
  }
}

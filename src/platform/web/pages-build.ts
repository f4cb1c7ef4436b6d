import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";

const ROOT = `${join(import.meta.dirname, "..", "..", "..")}${sep}`;
const STAMP = join(ROOT, "build", "stamp");
const SOURCES = ["src", "public", "packages"];
const SINGLE_FILES = ["package-lock.json", "vite.config.ts", "react-router.config.ts"];

export const CLIENT_FOLDER = join(ROOT, "build", "client");
export const SERVER_BUILD = join(ROOT, "build", "server", "index.js");

/** Builds the pages if a source changed since the last build. Returns whether it had to. */
export async function ensurePagesBuild(): Promise<boolean> {
  const fingerprint = await sourcesFingerprint();
  if (builtFrom() === fingerprint) return false;
  await build();
  writeFileSync(STAMP, fingerprint);
  return true;
}

/** Whether the pages are built from the sources as they are now. */
export const pagesAreBuilt = async (): Promise<boolean> => builtFrom() === (await sourcesFingerprint());

function builtFrom(): string | undefined {
  return existsSync(SERVER_BUILD) && existsSync(STAMP) ? readFileSync(STAMP, "utf8") : undefined;
}

async function sourcesFingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const files = [...SINGLE_FILES];
  for (const folder of SOURCES) {
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (
        entry.isFile() &&
        !/\.(test\.tsx?|md)$/.test(entry.name) &&
        !entry.parentPath.includes("node_modules")
      ) {
        files.push(join(entry.parentPath, entry.name).slice(ROOT.length));
      }
    }
  }
  for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  return hash.digest("hex");
}

function build(): Promise<void> {
  const command = join(ROOT, "node_modules", "@react-router", "dev", "bin.cjs");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, "build"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages could not be built:\n${output.slice(-4000)}`)),
    );
  });
}

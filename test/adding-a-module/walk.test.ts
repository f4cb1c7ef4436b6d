import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { blocksOf, linesThatRun, patched } from "./walk.ts";

const HOUSE = join(import.meta.dirname, "../..");
const COPIED = ["src", "migrations", "test", "scripts", "packages", "bench", "public", "reference"];
const MOST_LINES = 150;
/** The new rights and pages alone. */
const MATRIX = { YUI_MATRIX: "campaign.", YUI_PAGES: "areas/:area/campaigns" };

const text = readFileSync(join(HOUSE, "docs/adding-a-module.md"), "utf8");
const blocks = blocksOf(text);
const copy = mkdtempSync(join(tmpdir(), "yui-walk-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a command in the copy; what it wrote where it failed, and nothing where it did not. */
const failure = (script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<string>((done) =>
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: copy, env: { ...process.env, ...env, YUI_TEST_COUNTS: "" } },
      (error, stdout, stderr) => done(error ? `${script}: ${error.message}\n${stdout}${stderr}` : ""),
    ),
  );
const tool = (path: string) => join("node_modules", path);

function writeCopy() {
  for (const folder of COPIED) cpSync(join(HOUSE, folder), join(copy, folder), { recursive: true });
  for (const file of readdirSync(HOUSE).filter((name) => /\.(ts|json)$|^GLOSSARY\.md$/.test(name)))
    cpSync(join(HOUSE, file), join(copy, file));
  symlinkSync(join(HOUSE, "node_modules"), join(copy, "node_modules"), "junction");
  for (const { path, language, code } of blocks) {
    const file = join(copy, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, language === "diff" ? patched(readFileSync(file, "utf8"), code) : code);
  }
}

it("builds a module from what it says, in few lines, that passes the checks and its own test", async () => {
  expect(text.match(/^```\w/gm)).toHaveLength(blocks.length);
  expect(linesThatRun(blocks)).toBeGreaterThan(MOST_LINES / 2);
  expect(linesThatRun(blocks)).toBeLessThanOrEqual(MOST_LINES);
  writeCopy();
  const [module] = blocks.filter(({ path }) => path.endsWith("/module.ts"));
  const home = dirname(module!.path);
  const vitest = tool("vitest/vitest.mjs");
  const tests = [
    "scripts/tables",
    "test/matrix",
    "src/modules.test.ts",
    "src/platform/db/policies.test.ts",
    home,
  ];
  // The types of the tables are written by the first, and read by the compiler.
  const made = [
    failure(vitest, ["run", ...tests], { UPDATE_TABLES: "1", ...MATRIX }),
    failure(tool("@react-router/dev/bin.cjs"), ["typegen"]),
  ];
  const failures = await Promise.all([
    ...made,
    failure(vitest, ["run", "--config", "vitest.whole.config.ts", "test/matrix/http"], MATRIX),
    Promise.all(made).then(() => failure(tool("typescript/bin/tsc"), ["--noEmit"])),
    failure("scripts/check-imports.ts", []),
    failure("scripts/check-vocabulary.ts", []),
    failure(tool("@biomejs/biome/bin/biome"), ["check", "--error-on-warnings", "--vcs-enabled=false", home]),
  ]);
  expect(failures.filter((failed) => failed !== "")).toEqual([]);
}, 600_000);

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig, refusePlainOrigin } from "#platform/config/config.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const NAMED = /\[[^\]]*\]\(([^)]+\.(?:test|attack|journey)\.tsx?)\) _([^_]+)_/g;

/** The tests that a page names which are not there, or hold no such words. */
const missing = (page: string) =>
  [...read(page).matchAll(NAMED)]
    .filter(([, file, words]) => {
      const path = join(ROOT, dirname(page), file!);
      return !existsSync(path) || !readFileSync(path, "utf8").includes(words!);
    })
    .map(([whole]) => whole);
const rowsOf = (page: string) =>
  read(page)
    .split("\n")
    .filter((line) => /^\| (?!what |threat |by the owner |claim |---)/.test(line));

describe.each([
  ["docs/attack.md", 35],
  ["SECURITY.md", 14],
])("what %s says", (page, rows) => {
  it("is held by tests that are there", () => {
    expect(missing(page)).toEqual([]);
    expect([...read(page).matchAll(NAMED)].length).toBeGreaterThan(rows);
  });

  it("names in each row the test that holds it, or says that it is open", () => {
    expect(rowsOf(page).length).toBeGreaterThanOrEqual(rows);
    expect(rowsOf(page).filter((row) => !row.match(NAMED) && !row.includes("**Open**"))).toEqual([]);
  });
});

describe("the unit for systemd", () => {
  const unit = read("docs/operating/yui.service");
  const settings = (name: string) =>
    [...unit.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].map(([, value]) => value!);

  it("is one that production starts with, and starts again", () => {
    const config = readConfig(
      Object.fromEntries(
        settings("Environment").flatMap((line) => line.split(" ").map((one) => one.split("="))),
      ),
    );
    expect(config).toMatchObject({ mode: "production", trustProxy: true });
    expect(() => refusePlainOrigin(config)).not.toThrow();
    expect(settings("Restart")).toEqual(["always"]);
    // Everything else is closed to it.
    const own = `/var/lib/${settings("StateDirectory")[0]}/`;
    const { dataFolder, keysFolder, backupFolder, backupKeyFile, erasedFile, auditHeadsFile } = config;
    for (const place of [dataFolder, keysFolder, backupFolder, backupKeyFile, erasedFile, auditHeadsFile])
      expect(place.startsWith(own), place).toBe(true);
  });

  it("sees each variable of the way back in the page for operators", () => {
    const page = read("docs/operating/README.md");
    for (const word of [
      "YUI_KEYS",
      "YUI_BACKUPS",
      "YUI_BACKUP_KEY",
      "YUI_ERASED",
      "YUI_AUDIT_HEADS",
      "--without-keys",
    ])
      expect(page).toContain(word);
  });
});

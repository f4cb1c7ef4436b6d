import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "yui-restore-"));
const data = join(folder, "one", "data");
afterAll(() => rmSync(folder, { recursive: true }));

const yui = (args: readonly string[], environment: Record<string, string> = {}) =>
  spawnSync(process.execPath, ["src/cli.ts", ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "", YUI_SECRET: "", YUI_DATA: data, ...environment },
  });
const oneSentence = (run: ReturnType<typeof yui>) => {
  expect(run.status).toBe(1);
  expect(run.stderr.trim().split("\n")).toHaveLength(1);
  return run.stderr;
};

it("a store comes back with its keys, and is refused before anything is loaded without them", () => {
  expect(oneSentence(yui(["backup"]))).toContain("no data folder");
  expect(yui(["demo", "load"]).status).toBe(0);
  expect(yui(["audit", "verify"]).status).toBe(0);
  const backup = yui(["backup"]);
  expect(backup.stdout, backup.stderr).toContain("checked by restoring");
  const file = join(`${data}.backups`, readdirSync(`${data}.backups`)[0]!);
  const restore = (to: string, environment = {}, ...more: string[]) =>
    yui(["restore", file, "--key", `${data}.backup-key`, ...more], { YUI_DATA: to, ...environment });

  const two = join(folder, "two", "data");
  expect(oneSentence(restore(two))).toMatch(/keys that the store was made with are not here: the secret/);
  expect(existsSync(two)).toBe(false);
  const withKeys = { YUI_KEYS: `${data}.keys` };
  const back = restore(two, withKeys);
  expect(back.status, back.stderr).toBe(0);
  const verified = yui(["audit", "verify"], { YUI_DATA: two, ...withKeys });
  expect(verified.stdout).toMatch(/^unbroken/);
  // The file of heads begins anew with the restored store.
  expect(verified.stdout).toMatch(/^[1-9]\d* heads noted outside/m);
  expect(oneSentence(restore(two, withKeys))).toContain("not empty");

  const three = join(folder, "three", "data");
  const given = restore(three, {}, "--without-keys");
  expect(given.stdout, given.stderr).toContain("tells every entry from before as forged");
  const forged = yui(["audit", "verify"], { YUI_DATA: three });
  expect(forged.status).toBe(1);
  expect(forged.stdout).toMatch(/^BROKEN/);
}, 120_000);

it("writes nothing under another secret, and says so in one line", () => {
  const store = { YUI_DATA: join(folder, "four", "data") };
  expect(yui(["demo", "load"], store).status).toBe(0);
  const another = { ...store, YUI_SECRET: "another secret, long enough to sign with" };
  const create = [
    "user",
    "create",
    "--email",
    "a@b.example",
    "--name",
    "a",
    "--role",
    "auditor",
    "--password-stdin",
  ];
  for (const args of [["audit", "verify"], ["audit", "list"], ["demo", "load"], create])
    expect(oneSentence(yui(args, another))).toMatch(
      /^YUI_SECRET is another one than before, and what was written until now depends on it: put it back/,
    );
  expect(yui(["audit", "verify"], store).stdout).toMatch(/^unbroken/);
}, 120_000);

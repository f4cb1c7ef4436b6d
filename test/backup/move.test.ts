import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, it } from "vitest";
import { administer, connectionTo } from "../setup/server.ts";

const folder = mkdtempSync(join(tmpdir(), "yui-move-test-"));
const first = join(folder, "first", "data");
const back = join(folder, "back", "data");
const database = `yui_moved_${process.pid}`;
const server = inject("server");
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await administer(server, `drop database if exists ${database} with (force)`);
});

const environment = (more: Record<string, string>) => ({
  ...process.env,
  DATABASE_URL: "",
  YUI_SECRET: "",
  YUI_DATA: first,
  YUI_KEYS: `${first}.keys`,
  ...more,
});
const yui = (args: readonly string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, ["src/cli.ts", ...args], { encoding: "utf8", env: environment(more) });

/** Serves a store until it is told to stop; resolves once it answers. */
async function serving(more: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["src/cli.ts", "start"], {
    env: environment({ PORT: "0", ...more }),
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on("data", (text: Buffer) => text.toString().includes("http://") && resolve());
    child.once("exit", () => reject(new Error("it did not start")));
  });
  return child;
}

const urlOf = () => {
  const connection = connectionTo(server, database);
  if (connection.connectionString) return connection.connectionString;
  const { user, password, host } = connection;
  // The server of the tests listens on a socket alone.
  return `postgres://${user}:${encodeURIComponent(String(password))}@localhost/${database}?host=${encodeURIComponent(String(host))}`;
};

it("moves a store to a server and back, every table equal, and never from under who works with it", async () => {
  expect(yui(["demo", "load"]).status).toBe(0);
  expect(yui(["move"]).stderr).toMatch(/^Set YUI_MOVE_TO/);

  const running = await serving({});
  const refused = yui(["move"], { YUI_MOVE_TO: join(folder, "never", "data") });
  running.kill("SIGTERM");
  await new Promise((resolve) => running.once("exit", resolve));
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(/^Somebody is connected/)]);

  await administer(server, `create database ${database}`);
  const url = urlOf();
  const there = yui(["move"], { YUI_MOVE_TO: url });
  expect(there.stdout, there.stderr).toMatch(/^\d+ rows of \d+ tables stand there too, each table equal/);
  expect(
    yui(["audit", "verify"], { DATABASE_URL: url, YUI_AUDIT_HEADS: `${first}.audit-heads` }).stdout,
  ).toMatch(/^unbroken/);
  expect(yui(["move"], { YUI_MOVE_TO: url }).stderr).toContain("not empty");

  const again = yui(["move"], { DATABASE_URL: url, YUI_MOVE_TO: back });
  expect(again.stdout, again.stderr).toMatch(/each table equal/);
  const verified = yui(["audit", "verify"], { YUI_DATA: back, YUI_AUDIT_HEADS: `${first}.audit-heads` });
  expect(verified.stdout, verified.stderr).toMatch(/^unbroken/);
}, 240_000);

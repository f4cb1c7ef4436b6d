import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Run = { process: ChildProcess; output: () => string; code: Promise<number | null> };

/** The command line as a person starts it, on a data folder of its own. */
function yui(args: readonly string[], environment: Record<string, string> = {}): Run & { data: string } {
  const folder = mkdtempSync(join(tmpdir(), "yui-operation-"));
  folders.push(folder);
  // The folder of keys lies beside it.
  const data = join(folder, "data");
  const child = spawn(process.execPath, ["src/cli.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: "0", DATABASE_URL: "", YUI_DATA: data, ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
  return {
    data,
    process: child,
    output: () => output,
    code: once(child, "exit").then(([code]) => code as number | null),
  };
}

async function served(run: Run): Promise<string> {
  await expect.poll(() => run.output().match(/http:\S+/)?.[0], { timeout: 150_000 }).toBeDefined();
  return run.output().match(/http:\S+/)![0];
}

describe("whoever starts Yui", () => {
  it("is told address and accounts, and Ctrl-C stops everything, also as npm doubles it", async () => {
    const run = yui(["start"]);
    const address = await served(run);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(run.output()).toContain("jimukyoku@hamada-hokenjo.example");
    run.process.kill("SIGINT");
    run.process.kill("SIGINT");
    expect(await run.code).toBe(0);
    expect(existsSync(join(run.data, "pg", "postmaster.pid"))).toBe(false);
  });

  it("finds in the log what was asked by pattern, and nothing of who or what for", async () => {
    const run = yui(["start"]);
    const address = await served(run);
    await fetch(`${address}/no-such/yamada@example.org?name=山田`);
    await fetch(`${address}/%E0%A4%A`);
    await expect.poll(() => run.output()).toMatch(/"method":"GET","route":"[^"]*","status":404,"ms":\d+/);
    run.process.kill("SIGTERM");
    expect(await run.code).toBe(0);
    for (const word of ["yamada", "山田", encodeURIComponent("山田"), "E0%A4", '127.0.0.1"']) {
      expect(run.output()).not.toContain(word);
    }
  });

  it("reads one sentence where the port is taken", async () => {
    const { port } = new URL(inject("origin"));
    const run = yui(["start"], { PORT: port });
    expect(await run.code).toBe(1);
    expect(run.output().trim()).toBe(
      `Port ${port} is taken by another program; stop that one, or set PORT to another number.`,
    );
    expect(existsSync(join(run.data, "pg", "postmaster.pid"))).toBe(false);
  });

  it("reads one sentence where a setting can't be used", async () => {
    const run = yui(["start"], { HOST: "0.0.0.0" });
    expect(await run.code).toBe(1);
    expect(run.output()).toContain("would show the demonstration accounts to the network");
  });
});

describe("whoever looks after the keys", () => {
  it("is told of the first one, may change it, and can't start without what is depended on", async () => {
    const first = yui(["start"]);
    const address = await served(first);
    expect(first.output()).toMatch(/!! A master key was made: .*data\.keys\/master\.key/);
    expect(first.output()).toContain("NOT where backups");
    const account = { email: "jimukyoku@hamada-hokenjo.example", password: "Temiyage-Kotatsu-47" };
    const body = new URLSearchParams(account);
    const signedIn = await fetch(`${address}/sign-in`, {
      ...{ method: "POST", body, redirect: "manual", headers: { origin: address } },
    });
    expect(signedIn.status).toBe(302);
    first.process.kill("SIGINT");
    expect(await first.code).toBe(0);

    const run = async (...args: string[]) => {
      const ran = yui(args, { YUI_DATA: first.data });
      return { code: await ran.code, output: ran.output() };
    };
    const keys = `${first.data}.keys`;
    expect(existsSync(join(first.data, "secret"))).toBe(false);
    expect(await run("keys", "rotate")).toMatchObject({ code: 0 });
    expect((await run("keys", "status")).output).toMatch(/current [0-9a-f]{16}/);
    expect((await run("keys", "export", join(keys, "copy"))).code).toBe(0);
    expect(readFileSync(join(keys, "copy"), "utf8").match(/^yui-key-1 /gm)).toHaveLength(2);
    expect((await run("keys", "abandon", "secret")).output).toContain("--yes");

    renameSync(join(keys, "secret"), join(keys, "away"));
    // No command writes under another secret, nor makes a new one: each says so in one line.
    for (const args of [
      ["audit", "verify"],
      ["demo", "load"],
    ]) {
      const { code, output } = await run(...args);
      expect([args, code]).toEqual([args, 1]);
      expect(output).toMatch(
        /^The secret \S+ is gone, and what was written until now depends on it: [^\n]+\n$/,
      );
    }
    expect(existsSync(join(keys, "secret"))).toBe(false);
    const refused = await run("start");
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      /^The secret .* is gone, and 0 second factors and 1 sessions and the codes of the audit log depend on it/m,
    );
    expect(refused.output).not.toMatch(/^\s+at /m);
  });
});

describe("the command line", () => {
  it("works beside the running server, on the same database", async () => {
    const run = yui(["doctor", "--json"], { YUI_DATA: inject("dataFolder") });
    expect(await run.code).toBe(1);
    const findings = JSON.parse(run.output()) as { what: string; state: string; found: string }[];
    expect(findings.find(({ what }) => what === "database")).toMatchObject({ state: "good" });
    // The clock of this process is moved for the test, and that of its database is not.
    expect(findings.filter(({ state }) => state === "bad").map(({ what }) => what)).toEqual([
      "running: clock",
    ]);
    expect((await fetch(`${inject("origin")}/readyz`)).status).toBe(200);
  });

  it.each([
    { args: ["--help"], code: 0, says: "Usage: yui" },
    { args: ["demo", "--help"], code: 0, says: "Usage: yui demo" },
    { args: ["demo", "load", "--help"], code: 0, says: "--json" },
    { args: [], code: 2, says: "Usage: yui" },
    { args: ["nonsense"], code: 2, says: "unknown command 'nonsense'" },
    { args: ["vectors"], code: 2, says: "missing required argument" },
    { args: ["doctor", "--nonsense"], code: 2, says: "unknown option" },
  ])("answers $args with $code", async ({ args, code, says }) => {
    const run = yui(args);
    expect(await run.code).toBe(code);
    expect(run.output()).toContain(says);
    expect(run.output()).not.toMatch(/^\s+at /m);
  });

  it("loads the demonstration again without changing it, and never into production", async () => {
    const again = yui(["demo", "load", "--json"], { YUI_DATA: inject("dataFolder") });
    expect(await again.code).toBe(0);
    expect(JSON.parse(again.output())).toHaveProperty("loaded");
    const production = yui(["demo", "load"], { YUI_MODE: "production" });
    expect(await production.code).toBe(1);
    expect(production.output()).toContain("takes no demonstration data");
  });

  it("does not start production on a store that holds the accounts to try", async () => {
    const run = yui(["start"], { YUI_MODE: "production", YUI_DATA: inject("dataFolder") });
    expect(await run.code).toBe(1);
    expect(run.output()).toMatch(/demonstration accounts/);
    expect(run.output()).not.toMatch(/^\s+at /m);
  });
});

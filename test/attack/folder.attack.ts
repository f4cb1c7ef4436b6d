import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { type Service, send, signIn, startService } from "./service.ts";

/** Somebody has copied the data folder of a service that was stopped, or put another one in its place. */
const folder = mkdtempSync(join(tmpdir(), "yui-attack-folder-"));
const data = join(folder, "data");
const PILLARS = "/areas/hamada/plan/pillars";
const running: Service[] = [];
let cookie: string;
let signedOut: string;

const start = async (environment: Record<string, string>) => {
  const service = await startService(environment);
  running.push(service);
  return service;
};
const yui = (args: readonly string[], environment: Record<string, string>) =>
  spawnSync(process.execPath, ["src/cli.ts", ...args], {
    encoding: "utf8",
    timeout: 100_000,
    env: { ...process.env, PORT: "0", ...environment },
  });
const refusal = (args: readonly string[], environment: Record<string, string>) => {
  const run = yui(args, environment);
  expect(run.status, run.stdout).toBe(1);
  // A first start also tells loudly of the key that it made.
  const said = run.stderr.trim().split("\n");
  expect(said.filter((line) => !line.startsWith("!!"))).toHaveLength(1);
  return said.at(-1)!;
};
const copy = (name: string) => {
  const to = join(folder, name, "data");
  mkdirSync(join(folder, name));
  expect(spawnSync("cp", ["-a", data, to]).status).toBe(0);
  return to;
};
const seesAsClerk = async ({ origin }: Service, brought: string) =>
  (await fetch(`${origin}/areas/hamada/requests`, { headers: { cookie: brought }, redirect: "manual" }))
    .status;

beforeAll(async () => {
  const service = await start({ YUI_DATA: data });
  cookie = await signIn(service.origin, "jimukyoku@hamada");
  signedOut = await signIn(service.origin, "jimukyoku@hamada");
  expect((await send(service.origin, PILLARS, { do: "pillar.create", title: "写し" }, cookie)).status).toBe(
    302,
  );
  expect(await seesAsClerk(service, signedOut)).toBe(200);
  expect((await send(service.origin, "/sign-out", {}, signedOut)).status).toBe(302);
  expect(await seesAsClerk(service, signedOut)).toBe(302);
  await service.stops();
  expect(yui(["backup"], { YUI_DATA: data }).status).toBe(0);
});
afterAll(async () => {
  for (const service of running) await service.gone();
  rmSync(folder, { recursive: true, force: true });
});

it("holds neither the tokens of sessions nor the secret nor a master key", () => {
  const [session] = decodeURIComponent(/session_token=([^;]+)/.exec(cookie)![1]!).split(".");
  const secret = readFileSync(join(`${data}.keys`, "secret"), "utf8").trim();
  const master = readFileSync(join(`${data}.keys`, "master.key"), "utf8")
    .trim()
    .split(/\s+/)
    .at(-1)!;
  for (const word of [session!, secret, master]) {
    expect(word.length).toBeGreaterThan(20);
    const found = spawnSync("grep", ["-rlaF", "--", word, data], { encoding: "utf8" });
    expect([found.status, found.stdout]).toEqual([1, ""]);
  }
});

it("does not start without its keys, nor with those of somebody else", () => {
  const bare = copy("bare");
  expect(refusal(["start"], { YUI_DATA: bare })).toMatch(/key|secret/);
  const forged = join(folder, "forged.keys");
  mkdirSync(forged);
  writeFileSync(join(forged, "secret"), "a secret that somebody made up, long enough\n", { mode: 0o600 });
  writeFileSync(join(forged, "master.key"), readFileSync(join(`${data}.keys`, "master.key")), {
    mode: 0o600,
  });
  expect(refusal(["start"], { YUI_DATA: bare, YUI_KEYS: forged })).toContain("secret");
});

it("with its keys goes on where it was, and knows no session that had ended", async () => {
  const service = await start({ YUI_DATA: copy("whole"), YUI_KEYS: `${data}.keys` });
  expect(await seesAsClerk(service, cookie)).toBe(200);
  expect(await seesAsClerk(service, signedOut)).toBe(302);
  await service.gone();
});

it.each([
  ["the tail of the log cut off", "delete from audit_chain where seq > 1"],
  [
    "an entry slipped in",
    `insert into audit_entry select area_id, gen_random_uuid(), now(), actor, grounds, action, subject_type, subject_id,
       person, outcome, shown, mac from audit_entry limit 1`,
  ],
  ["an entry changed", "update audit_entry set actor = 'somebody else' where action = 'pillar.create'"],
])("changed by its owner is found out by the command line: %s", async (what, statement) => {
  const changed = copy(what.replaceAll(" ", "-"));
  const environment = {
    YUI_DATA: changed,
    YUI_KEYS: `${data}.keys`,
    // Noted where the owner of the database does not reach.
    YUI_AUDIT_HEADS: `${data}.audit-heads`,
  };
  expect(yui(["audit", "verify"], environment).stdout).toMatch(/^unbroken/);
  const server = await joinEmbeddedServer(changed);
  const client = new pg.Client(server.as(SUPERUSER, "yui"));
  await client.connect();
  expect((await client.query(statement)).rowCount).toBeGreaterThan(0);
  await client.end();
  await server.leave();
  const verified = yui(["audit", "verify"], environment);
  expect(verified.status).toBe(1);
  expect(verified.stdout).toMatch(/^BROKEN/);
});

it("damaged, it says so, and the backup is the way back", async () => {
  const broken = copy("broken");
  writeFileSync(join(broken, "pg/global/pg_control"), "");
  expect(refusal(["start"], { YUI_DATA: broken, YUI_KEYS: `${data}.keys` })).toMatch(
    /is damaged \(.*put the newest backup into a new folder \(yui restore, YUI_DATA\)/,
  );
  const YUI_DATA = join(folder, "back", "data");
  const YUI_KEYS = `${data}.keys`;
  const file = join(`${data}.backups`, readdirSync(`${data}.backups`)[0]!);
  const restored = yui(["restore", file, "--key", `${data}.backup-key`], { YUI_DATA, YUI_KEYS });
  expect(restored.status, restored.stderr).toBe(0);
  const service = await start({ YUI_DATA, YUI_KEYS });
  // Sessions are in no backup.
  expect(await seesAsClerk(service, cookie)).toBe(302);
  const again = await signIn(service.origin, "jimukyoku@hamada");
  expect(await (await fetch(`${service.origin}${PILLARS}`, { headers: { cookie: again } })).text()).toContain(
    "写し",
  );
});

it("copied while Yui worked on it, it is refused in a sentence", async () => {
  const service = await start({ YUI_DATA: copy("original"), YUI_KEYS: `${data}.keys` });
  const hot = join(folder, "hot");
  // Sockets can't be copied, and files go away meanwhile.
  spawnSync("cp", ["-a", service.dataFolder, hot]);
  expect(refusal(["start"], { YUI_DATA: hot, YUI_KEYS: `${data}.keys` })).toContain(
    "is a copy that was taken while Yui worked on the original",
  );
  expect(await seesAsClerk(service, await signIn(service.origin, "jimukyoku@hamada"))).toBe(200);
});

import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExternalServer, SERVERS, startExternalServer } from "../external/server.ts";
import { type Service, signIn, startService } from "./service.ts";
import { lost, startWriting } from "./writers.ts";

const SERVICE_AGAIN_MS = 20_000;

/** As docs/operating has it: who migrates, who serves, and who reads what names persons. */
const LOGINS = `
  create role yui_serving login; grant yui_app, yui_jobs to yui_serving;
  create role yui_caring login; grant yui_sensitive to yui_caring`;

const yui = (command: readonly string[], environment: Record<string, string>) =>
  spawnSync(process.execPath, ["src/cli.ts", ...command], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });

const [[postgres15, bin]] = Object.entries(SERVERS) as [[string, string | undefined]];

describe.skipIf(!bin)(`a server of somebody else's, ${postgres15}`, () => {
  let server: ExternalServer;
  let service: Service | undefined;
  let urls: Record<string, string>;

  beforeAll(async () => {
    server = await startExternalServer(bin!);
    await server.asked("create role yui_migrating login createrole");
    await server.asked("create database yui owner yui_migrating");
    urls = {
      DATABASE_OWNER_URL: server.url("yui_migrating"),
      DATABASE_URL: server.url("yui_serving"),
      DATABASE_SENSITIVE_URL: server.url("yui_caring"),
    };
  });
  afterAll(async () => {
    await service?.gone();
    await server?.stop();
  });

  it("is refused in one sentence where a migration fails, and is as it was", async () => {
    await server.asked("create database broken owner yui_migrating");
    await server.asked("set role yui_migrating; create table area (id int)", "broken");
    const run = yui(["migrate"], { DATABASE_URL: server.url("yui_migrating").replace(/yui$/, "broken") });
    expect(run.status).toBe(1);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stderr).toMatch(/^The migration 0010_area\.sql failed and was undone \(42P07: /);
  });

  it("serves no production through a user who may become the owner", () => {
    expect(yui(["migrate"], { DATABASE_URL: urls.DATABASE_OWNER_URL! }).stderr).toBe("");
    const run = yui(["migrate"], {
      DATABASE_URL: urls.DATABASE_OWNER_URL!,
      YUI_MODE: "production",
      YUI_SECRET: "a secret for tests, long enough to sign",
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^The user of DATABASE_URL may become yui_owner/);
  });

  it("is restarted under load: the service goes on, and nothing that was acknowledged is lost", async () => {
    await server.asked(LOGINS);
    const run = yui(["migrate"], {
      ...urls,
      YUI_MODE: "production",
      YUI_SECRET: "a secret for tests, long enough to sign",
    });
    expect(run.stderr).toBe("");
    service = await startService(urls);
    const cookie = await signIn(service.origin, "jimukyoku@hamada");
    const writers = startWriting(service.origin, cookie);
    for (let turn = 0; turn < 2; turn++) {
      await writers.nextAcknowledged();
      await server.restart();
      const again = await writers.nextAcknowledged();
      process.stdout.write(`service again ${Math.round(again)} ms after the server's restart\n`);
      expect(again).toBeLessThan(SERVICE_AGAIN_MS);
      expect(service.process.exitCode, service.output()).toBeNull();
    }
    await writers.stop();
    expect([...writers.statuses.keys()].filter((one) => ![302, 500, 503].includes(one as number))).toEqual(
      [],
    );
    expect(await lost(service.origin, cookie, writers.acknowledged)).toEqual([]);
    const roles = await server.asked(
      "select distinct usename from pg_stat_activity where datname = 'yui' order by 1",
      "yui",
    );
    expect(roles.map(({ usename }) => usename)).not.toContain("yui_migrating");
  });
});

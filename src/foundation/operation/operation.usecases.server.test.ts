import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { backupName } from "#platform/backup/generations.ts";
import { withRows } from "#platform/db/rows.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails, queueMail } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { watchOperation } from "./alert.commands.server.ts";
import { readMetrics } from "./metrics.queries.server.ts";
import { readOperation } from "./state.queries.server.ts";

const app = testApp();
const TOKEN = "a-token-of-twenty-four-characters";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yui-operation-"));
  mkdirSync(join(folder, "keys"));
  mkdirSync(join(folder, "backups"));
  Object.assign(app, {
    config: {
      ...app.config,
      mode: "production",
      dataFolder: folder,
      keysFolder: join(folder, "keys"),
      keyFile: undefined,
      keyCommand: undefined,
      backupFolder: join(folder, "backups"),
      backupKeyFile: join(folder, "backup-key"),
      alertMail: "operator@example.jp",
      metricsToken: TOKEN,
    },
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = async () => expectOk(await readOperation(app, service("operation"), {}));
const EVERYWHERE = { actor: "<test>", areas: "all" } as const;
const mails = () =>
  withRows(app.db, EVERYWHERE, async (access) => {
    const all = await listMails(access, 50);
    return all.filter(({ to }) => to === "operator@example.jp").length;
  });

describe("readOperation", () => {
  it("measures backups, files of keys and mail as they are", async () => {
    const now = app.clock.now();
    writeFileSync(join(folder, "backups", backupName(now)), "x".repeat(100));
    writeFileSync(join(folder, "keys", "secret"), "s");
    chmodSync(join(folder, "keys", "secret"), 0o644);
    const { measures, judgements } = await read();
    expect(measures.backup).toMatchObject({ count: 1, bytes: 100 });
    expect(Math.abs(measures.backup.newest!.getTime() - now.getTime())).toBeLessThan(1000);
    expect(measures.openKeys).toEqual([join(folder, "keys", "secret")]);
    expect(judgements.find(({ part }) => part === "keys")).toEqual({ part: "keys", state: "bad" });
    expect(measures.disk.size).toBeGreaterThan(measures.disk.free);
  });

  it("sees a mail that waits too long", async () => {
    Object.assign(app, { config: { ...app.config, smtpUrl: "smtp://127.0.0.1:1" } });
    const long = new Date(app.clock.now().getTime() - 3 * 3_600_000);
    await withRows(app.db, EVERYWHERE, (access) =>
      queueMail(access, EVERYWHERE.actor, long, {
        ...{ area: NATION, to: "a@example.jp", subject: "x", body: "x", onceKey: "old" },
      }),
    );
    const { measures, judgements } = await read();
    expect(measures.mail.waiting).toBeGreaterThan(0);
    expect(judgements.find(({ part }) => part === "mail")?.state).toBe("bad");
  });
});

describe("watchOperation", () => {
  it("tells once what turned bad, and once that it is well again", async () => {
    const first = await watchOperation(app);
    expect(first.some((line) => line.startsWith("要対応") && line.includes("バックアップ"))).toBe(true);
    expect(await mails()).toBe(1);
    expect(await watchOperation(app)).toEqual([]);
    expect(await mails()).toBe(1);
    const file = join(folder, "backups", backupName(app.clock.now()));
    writeFileSync(file, "x");
    const after = await watchOperation(app);
    expect(after.filter((line) => line.startsWith("回復") && line.includes("バックアップ"))).toHaveLength(1);
    expect(await mails()).toBe(2);
  });

  it("tells it once where two processes see it at the same moment", async () => {
    const told = await Promise.all([watchOperation(app), watchOperation(app), watchOperation(app)]);
    expect(told.flat().filter((line) => line.includes("バックアップ"))).toHaveLength(1);
  });
});

describe("readMetrics", () => {
  it("gives counts to who has the token, and nothing to anybody else", async () => {
    expect(await readMetrics(app, null)).toBeUndefined();
    expect(await readMetrics(app, "Bearer ")).toBeUndefined();
    expect(await readMetrics(app, `Bearer ${TOKEN}x`)).toBeUndefined();
    const found = await readMetrics(app, `Bearer ${TOKEN}`);
    expect(found?.text).toMatch(/^yui_disk_free_bytes \d+$/m);
    expect(found?.text).toMatch(/^yui_part_state\{part="backup"\} 2$/m);
    // Names, numbers and labels of parts alone.
    expect(
      found?.text
        .split("\n")
        .filter((line) => !/^(#.*|yui_[a-z_]+(\{part="[a-z]+"\})? -?[\d.e+-]+|)$/.test(line)),
    ).toEqual([]);
    Object.assign(app, { config: { ...app.config, metricsToken: undefined } });
    expect(await readMetrics(app, "Bearer undefined")).toBeUndefined();
  });
});

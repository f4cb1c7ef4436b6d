import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeBackupKey } from "#platform/backup/backup-file.ts";
import { writeBackup } from "#platform/backup/write-backup.ts";
import { migrate, readMigrations } from "#platform/db/migrate.ts";
import { type ExternalServer, SERVERS, startExternalServer } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "yui-external-restore-"));
const data = join(folder, "data");
const key = join(folder, "backup-key");
const file = join(folder, "one.backup");
const AT = new Date("2026-11-30T04:00:00Z");
let recipient: string;

const yui = (args: readonly string[], environment: Record<string, string> = {}) =>
  spawnSync(process.execPath, ["src/cli.ts", ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "", YUI_SECRET: "", YUI_DATA: data, ...environment },
  });

/** On a server of its own each: run by `node scripts/unit-on-postgres-15.ts test/external`, and there in CI. */
describe.runIf(process.env.YUI_TEST_DATABASE_URL)("a backup of the embedded store", () => {
  /** A store of the embedded server, backed up. */
  beforeAll(async () => {
    expect(yui(["demo", "load"]).status).toBe(0);
    recipient = await writeBackupKey(key);
    const written = yui(["backup", file, "--to", recipient]);
    expect(written.status, written.stderr).toBe(0);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  describe.each(Object.entries(SERVERS))("put into an empty %s", (name, bin) => {
    describe.skipIf(!bin)("as the user of the README", () => {
      let server: ExternalServer;
      let databases = 0;
      const place = join(folder, name.slice(0, 13));

      beforeAll(async () => {
        server = await startExternalServer(bin!);
        // Word for word as the README has it.
        await server.asked("create role yui login createrole password 'p'");
        await server.asked("create database yui owner yui template template0 encoding 'UTF8'");
      }, 60_000);
      afterAll(() => server?.stop());

      /** `yui restore`, on another machine than the one that wrote the backup, with the folder of keys put there. */
      const restore = (from: string, database = "yui", keyFile = key) =>
        yui(["restore", from, "--key", keyFile], {
          DATABASE_URL: server.url("yui", database),
          YUI_DATA: place,
          YUI_KEYS: `${data}.keys`,
        });
      const emptyDatabase = async () => {
        const database = `yui_${++databases}`;
        await server.asked(`create database ${database} owner yui template template0 encoding 'UTF8'`);
        return database;
      };
      /** What a refused restore says, in one sentence; the database holds no area afterwards. */
      const refused = async (from: string, keyFile = key) => {
        const database = await emptyDatabase();
        const run = restore(from, database, keyFile);
        expect(run.status, run.stdout).toBe(1);
        expect(run.stderr.trim().split("\n")).toHaveLength(1);
        const [{ standing }] = await server.asked("select to_regclass('public.area') as standing", database);
        if (standing) expect(await server.asked("select from area", database)).toEqual([]);
        return run.stderr;
      };

      it("is back without an error, sound, and open to the users that serve", async () => {
        const run = restore(file);
        expect([run.status, run.stderr]).toEqual([0, ""]);
        expect(run.stdout).toMatch(
          /^the store of 20\S+: [1-9]\d{3,} rows of \d+ tables, each as it was written/,
        );
        const verified = yui(["audit", "verify"], {
          DATABASE_URL: server.url("yui"),
          YUI_DATA: place,
          YUI_KEYS: `${data}.keys`,
        });
        expect(verified.stdout).toMatch(/^unbroken/);
        await server.asked(
          `create role yui_serving login; grant yui_app, yui_jobs to yui_serving;
         create role yui_caring login; grant yui_sensitive to yui_caring`,
        );
        const listed = yui(["user", "list"], {
          DATABASE_OWNER_URL: server.url("yui"),
          DATABASE_URL: server.url("yui_serving"),
          DATABASE_SENSITIVE_URL: server.url("yui_caring"),
          YUI_DATA: place,
          YUI_KEYS: `${data}.keys`,
        });
        expect([listed.status, listed.stderr]).toEqual([0, ""]);
        expect(listed.stdout).toBe(yui(["user", "list"]).stdout);
      }, 240_000);

      it("is not put over what is there", () => {
        const again = restore(file);
        expect(again.status).toBe(1);
        expect(again.stderr).toMatch(/^The store is not empty, and a restore writes nothing over/);
        expect(again.stderr.trim().split("\n")).toHaveLength(1);
      }, 60_000);

      it("says what is wrong with the key or the file, and leaves the database empty", async () => {
        const other = join(folder, `${name.slice(-2)}.other-key`);
        await writeBackupKey(other);
        expect(await refused(file, other)).toMatch(/key does not fit/);
        const cut = join(folder, "cut.backup");
        writeFileSync(cut, readFileSync(file).subarray(0, -100_000));
        expect(await refused(cut)).toMatch(/cut short or damaged/);
        rmSync(other);
      }, 240_000);

      it("of an older version is brought to this one; one of a newer version is refused", async () => {
        const from = await emptyDatabase();
        const owner = { connectionString: server.url("yui", from) };
        const last = readMigrations().length - 2;
        await migrate(owner, "NOLOGIN", readMigrations().slice(0, last));
        const older = join(folder, "older.backup");
        await writeBackup(owner, older, recipient, { at: AT, without: new Set() });
        const run = restore(older, await emptyDatabase());
        expect([run.status, run.stderr]).toEqual([0, ""]);
        expect(run.stdout).toContain("brought to this version by 2 migrations");
        await server.asked("insert into yui_migration (name, checksum) values ('9999_later.sql', '')", from);
        const newer = join(folder, "newer.backup");
        await writeBackup(owner, newer, recipient, { at: AT, without: new Set() });
        expect(await refused(newer)).toMatch(
          /written by a newer version of Yui \(it holds 9999_later\.sql\)/,
        );
        for (const done of [older, newer]) rmSync(done);
      }, 240_000);
    });
  });
});

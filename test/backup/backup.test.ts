import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Decrypter } from "age-encryption";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { makeBackupKey, readBackupKey, writeBackupKey } from "#platform/backup/backup-file.ts";
import { BackupUnusable } from "#platform/backup/backup-unusable.ts";
import { restoreBackup } from "#platform/backup/restore-backup.ts";
import { sumTables, writeBackup } from "#platform/backup/write-backup.ts";
import { migrate, readMigrations } from "#platform/db/migrate.ts";
import { testApp } from "#test/app.ts";
import { administer, connectionTo } from "#test/setup/server.ts";

const app = testApp();
const folder = mkdtempSync(join(tmpdir(), "yui-backup-"));
const file = join(folder, "one.backup");
const AT = new Date("2026-11-30T04:00:00Z");
let key: { identity: string; recipient: string };
let source: pg.ClientConfig;
const made: string[] = [];

beforeAll(async () => {
  await loadReferenceAreas(app);
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  source = connectionTo(inject("server"), rows[0]!.name);
  const superuser = new pg.Client(source);
  await superuser.connect();
  // What the form of COPY must carry: tabs, newlines, backslashes, nothing, bytes, rare characters, a lone \.
  await superuser.query(
    `insert into stored_file (area_id, id, name, media_type, bytes, sha256, stored_by, stored_at)
     values ('32', gen_random_uuid(), E'a\\tb\\n\\\\.\\n\\\\N 𠮷', 'text/plain', 3, 'x', 'u', now());
     insert into stored_file_piece select area_id, id, 1, decode('00ff0a5c2e0a', 'hex') from stored_file`,
  );
  await superuser.end();
  key = await makeBackupKey();
}, 60_000);
afterAll(async () => {
  for (const database of made)
    await administer(inject("server"), `drop database if exists ${database} with (force)`);
  rmSync(folder, { recursive: true });
}, 60_000);

const emptyDatabase = async () => {
  const database = `yui_restored_${randomUUID().replaceAll("-", "")}`;
  made.push(database);
  await administer(inject("server"), `create database ${database} template template0`);
  return connectionTo(inject("server"), database);
};
const restore = (target: pg.ClientConfig, from = file, identity = key.identity) =>
  restoreBackup(target, "NOLOGIN", from, [identity]);

describe("a backup", () => {
  it("is put back row for row, with policies forced and keys checked as before", async () => {
    const without = new Set(["area_part"]);
    const written = await writeBackup(source, file, key.recipient, { at: AT, without });
    expect(written.rows).toBeGreaterThan(2000);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const target = await emptyDatabase();
    expect(await restore(target)).toMatchObject({ at: AT.toISOString(), migrated: [] });
    const sums = await sumTables(target);
    expect(sums).toEqual(written.tables);
    const before = await sumTables(source);
    expect(sums.filter(({ table }) => table !== "public.area_part")).toEqual(
      before.filter(({ table }) => table !== "public.area_part"),
    );
    expect(sums.find(({ table }) => table === "public.area_part")?.rows).toBe(0);
    const shape = `select (select count(*) from pg_constraint where contype = 'f') as keys,
      (select count(*) from pg_class where relforcerowsecurity) as forced, (select count(*) from pg_policy) as policies`;
    const ask = async (connection: pg.ClientConfig) => {
      const client = new pg.Client(connection);
      await client.connect();
      const { rows } = await client.query(shape);
      await client.end();
      return rows;
    };
    expect(await ask(target)).toEqual(await ask(source));
  }, 60_000);

  it("is read by age and gzip alone, as lines of COPY", async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(key.identity);
    const text = gunzipSync(await decrypter.decrypt(new Uint8Array(readFileSync(file)))).toString();
    expect(text).toMatch(/^-- yui-backup \{"format":1,/);
    expect(text).toContain('\nCOPY public.area ("id"'.replace('"id"', "id"));
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^-- yui-backup-end /);
  });

  it("takes one moment, whatever is written meanwhile", async () => {
    const busy = new pg.Client(source);
    await busy.connect();
    await busy.query("create table public.busy (n int); grant select on busy to yui_upkeep");
    let writing = true;
    const writes = (async () => {
      while (writing) await busy.query("insert into busy select generate_series(1, 100)");
    })();
    try {
      const moving = join(folder, "moving.backup");
      const written = await writeBackup(source, moving, key.recipient, { at: AT, without: new Set() });
      expect(written.tables.find(({ table }) => table === "public.busy")!.rows % 100).toBe(0);
    } finally {
      writing = false;
      await writes;
      await busy.query("drop table busy");
      await busy.end();
    }
  }, 60_000);

  it("of an older version is put back and brought to this one", async () => {
    const older = await emptyDatabase();
    const last = readMigrations().length - 2;
    await migrate(older, "NOLOGIN", readMigrations().slice(0, last));
    const from = join(folder, "older.backup");
    await writeBackup(older, from, key.recipient, { at: AT, without: new Set() });
    const target = await emptyDatabase();
    expect((await restore(target, from)).migrated).toHaveLength(2);
  }, 60_000);
});

describe("what can't be put back says so, and changes nothing", () => {
  const emptyStill = async (target: pg.ClientConfig) => {
    const client = new pg.Client(target);
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as rows from pg_class where relname = 'area' and relkind = 'r'",
    );
    const areas = rows[0].rows === 0 ? 0 : (await client.query("select 1 from area")).rowCount;
    await client.end();
    return areas === 0;
  };

  it.each([
    ["a wrong key", async () => [file, (await makeBackupKey()).identity], /key does not fit/],
    [
      "a cut file",
      async () => {
        const cut = join(folder, "cut.backup");
        writeFileSync(cut, readFileSync(file).subarray(0, 90_000));
        return [cut, key.identity];
      },
      /cut short or damaged/,
    ],
    [
      "a changed byte",
      async () => {
        const bytes = Buffer.from(readFileSync(file));
        bytes[70_000]! ^= 1;
        const changed = join(folder, "changed.backup");
        writeFileSync(changed, bytes);
        return [changed, key.identity];
      },
      /cut short or damaged/,
    ],
    [
      "another file",
      async () => {
        const other = join(folder, "other");
        writeFileSync(other, "something else, and long enough to be looked at\n".repeat(20));
        return [other, key.identity];
      },
      /is no backup of Yui/,
    ],
    ["no file", async () => [join(folder, "nowhere"), key.identity], /There is no file/],
  ] as const)(
    "%s",
    async (what, make, sentence) => {
      const [from, identity] = await make();
      const target = await emptyDatabase();
      await expect(restore(target, from, identity)).rejects.toThrow(BackupUnusable);
      await expect(restore(await emptyDatabase(), from, identity)).rejects.toThrow(sentence);
      expect(await emptyStill(target)).toBe(true);
      // What a cut file leaves behind does not stand in the way of the next try.
      if (what === "a cut file") expect(await restore(target)).toMatchObject({ at: AT.toISOString() });
    },
    60_000,
  );

  it("a store that holds something", async () => {
    await expect(restore(source)).rejects.toThrow(/not empty/);
  });
});

describe("a key file", () => {
  it("is made once, readable by its owner alone, and read back", async () => {
    const place = join(folder, "key");
    const recipient = await writeBackupKey(place);
    expect(recipient).toMatch(/^age1/);
    expect(statSync(place).mode & 0o777).toBe(0o600);
    expect(await readBackupKey(place)).toHaveLength(1);
    await expect(writeBackupKey(place)).rejects.toThrow(/not written over/);
    await expect(readBackupKey(file)).rejects.toThrow(/no key file/);
  });
});

import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { administer, connectionTo } from "#test/setup/server.ts";
import { DatabaseUnusable } from "./database-error.ts";
import { type Migration, migrate, readMigrations } from "./migrate.ts";

const DATABASE = `yui_migrate_${process.pid}_${Date.now()}`;
const first: Migration = { name: "0001_first.sql", sql: "create table first (a int)", checksum: "1" };
const second: Migration = { name: "0002_second.sql", sql: "create table second (a int)", checksum: "2" };

const connection = () => connectionTo(inject("server"), DATABASE);

async function answers(query: string): Promise<unknown[]> {
  const client = new pg.Client(connection());
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows;
}

describe("migrate", () => {
  beforeAll(() => administer(inject("server"), `create database ${DATABASE}`));
  afterAll(() => administer(inject("server"), `drop database if exists ${DATABASE} with (force)`));

  it("lets two apps that start together both come up, each migration applied once", async () => {
    const both = await Promise.all([
      migrate(connection(), "LOGIN", [first]),
      migrate(connection(), "LOGIN", [first]),
    ]);
    expect(both.flat()).toEqual(["0001_first.sql"]);
  });

  it("applies what is new and nothing twice", async () => {
    expect(await migrate(connection(), "LOGIN", [first, second])).toEqual(["0002_second.sql"]);
    expect(await migrate(connection(), "LOGIN", [first, second])).toEqual([]);
  });

  it("leaves nothing of a migration that fails", async () => {
    const broken: Migration = {
      name: "0003_broken.sql",
      sql: "create table third (a int); select nonsense",
      checksum: "3",
    };
    await expect(migrate(connection(), "LOGIN", [first, second, broken])).rejects.toThrow("0003_broken.sql");
    expect(await answers("select to_regclass('third') as third")).toEqual([{ third: null }]);
    expect(await answers("select count(*)::int as count from yui_migration")).toEqual([{ count: 2 }]);
  });

  it("refuses a database of a newer version", async () => {
    const older = migrate(connection(), "LOGIN", [first]);
    await expect(older).rejects.toBeInstanceOf(DatabaseUnusable);
    await expect(older).rejects.toThrow("newer version of Yui (it holds 0002_second.sql)");
  });

  it("refuses a migration that was changed after it was applied", async () => {
    const changed = migrate(connection(), "LOGIN", [{ ...first, checksum: "x" }, second]);
    await expect(changed).rejects.toThrow("The migration 0001_first.sql differs");
  });

  it("makes roles that may nothing they should not", async () => {
    const roles = await answers(
      "select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname in ('yui_app', 'yui_owner') order by 1",
    );
    expect(roles).toEqual(
      ["yui_app", "yui_owner"].map((rolname) => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
      })),
    );
    expect(await answers("select tableowner from pg_tables where tablename = 'first'")).toEqual([
      { tableowner: "yui_owner" },
    ]);
  });
});

describe("the shipped migrations", () => {
  it("have one number each, and no words that do not distribute", () => {
    const migrations = readMigrations();
    const numbers = migrations.map(({ name }) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
    const plain = (sql: string) => sql.replace(/--.*$/gm, "").toLowerCase();
    for (const word of [
      /create (or replace )?trigger/,
      /\bserial\b/,
      /generated .* as identity/,
      /set_config\(/,
    ]) {
      expect(
        migrations.filter(({ sql }) => word.test(plain(sql))).map(({ name }) => [name, word.source]),
      ).toEqual([]);
    }
  });
});

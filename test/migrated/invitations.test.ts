import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { migrate, readMigrations } from "#platform/db/migrate.ts";
import { administer, connectionTo } from "../setup/server.ts";

const FIRST = "0580";
const database = `yui_migrated_${randomUUID().replaceAll("-", "")}`;
const OFFICE = randomUUID();
let superuser: pg.Client;

beforeAll(async () => {
  const server = inject("server");
  await administer(server, `create database ${database}`);
  const connection = connectionTo(server, database);
  const all = readMigrations();
  await migrate(
    connection,
    "LOGIN",
    all.filter(({ name }) => name < FIRST),
  );
  superuser = new pg.Client(connection);
  await superuser.connect();
  const invited = (role: string, name: string, at: string, withdrawn = "null") =>
    `('sma-32-02', gen_random_uuid(), '${OFFICE}', '${role}', 'a@office.example', '${name}', 'clerk', '${at}', '2026-12-01', ${withdrawn})`;
  await superuser.query(`insert into invitation
    (area_id, id, organisation_id, role, email, name, invited_by, invited_at, expires_at, withdrawn_at) values
    ${invited("provider", "first", "2026-11-20")}, ${invited("provider", "second", "2026-11-21")},
    ${invited("provider", "last", "2026-11-22")}, ${invited("provider", "over", "2026-11-23", "'2026-11-23'")},
    ${invited("member", "other role", "2026-11-20")}`);
  await migrate(connection, "LOGIN", all);
}, 60_000);

afterAll(async () => {
  await superuser?.end();
  await administer(inject("server"), `drop database if exists ${database} with (force)`);
});

it("keeps of several invitations alike the newest, and lets no second one stand", async () => {
  const { rows } = await superuser.query(
    "select name from invitation where accepted_at is null and withdrawn_at is null order by name",
  );
  expect(rows.map(({ name }) => name)).toEqual(["last", "other role"]);
  const again = superuser.query(`insert into invitation
    (area_id, id, organisation_id, role, email, name, invited_by, invited_at, expires_at)
    select area_id, gen_random_uuid(), organisation_id, role, email, name, invited_by, invited_at, expires_at
    from invitation where name = 'last'`);
  await expect(again).rejects.toThrow(/invitation_standing/);
});

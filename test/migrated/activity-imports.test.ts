import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { migrate, readMigrations } from "#platform/db/migrate.ts";
import { administer, connectionTo } from "../setup/server.ts";

const FIRST = "0500";
const database = `yui_migrated_${randomUUID().replaceAll("-", "")}`;
const [TAKEN, WITHDRAWN, ACTIVITY] = Array.from({ length: 3 }, () => randomUUID());
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
  await superuser.query(`insert into plan_activity_import
    (area_id, id, file_name, first_year, last_year, added, changed, imported_by, imported_at, deleted_at, deleted_by)
    values ('sma-32-02', '${TAKEN}', null, 2008, 2009, 3, 0, 'clerk', '2026-05-01T00:00Z', null, null),
      ('sma-32-02', '${WITHDRAWN}', '活動.csv', 2010, 2010, 0, 1, 'clerk', '2026-05-02T00:00Z', '2026-05-03T00:00Z', 'chief')`);
  await superuser.query(`insert into plan_activity
    (area_id, id, kind, title, fiscal_year, held_from, held_to, is_total, place, online, host, partners, result, source,
      source_key, import_id, entered_by, entered_at)
    values ('sma-32-02', '${ACTIVITY}', 'training', '血圧', 2009, '2009-06-12', '2009-06-12', false, '', false, '保健所', '',
      '', 'csv', 'key', '${TAKEN}', 'clerk', '2026-05-01T00:00Z')`);
  await superuser.query(`insert into plan_activity_import_change (area_id, import_id, activity_id, before, after)
    values ('sma-32-02', '${WITHDRAWN}', '${ACTIVITY}', '{"participants": 20}', '{"participants": 24}')`);
  await migrate(connection, "LOGIN", all);
}, 60_000);

afterAll(async () => {
  await superuser?.end();
  await administer(inject("server"), `drop database if exists ${database} with (force)`);
});

it("moves the imports of activities, and what they had changed, to the tables of all imports", async () => {
  const imports =
    await superuser.query(`select id, kind, file_name, state, state_since, state_by, created_by, rows_new,
    rows_changed, changes from import_batch order by created_at`);
  expect(imports.rows).toEqual([
    {
      id: TAKEN,
      kind: "activities",
      file_name: "",
      state: "done",
      state_since: new Date("2026-05-01T00:00Z"),
      state_by: null,
      created_by: "clerk",
      rows_new: "3",
      rows_changed: "0",
      changes: { rows: [], from: 2008, to: 2009 },
    },
    expect.objectContaining({
      id: WITHDRAWN,
      file_name: "活動.csv",
      state: "withdrawn",
      state_since: new Date("2026-05-03T00:00Z"),
      state_by: "chief",
      rows_changed: "1",
    }),
  ]);
  const changes = await superuser.query("select import_id, row_id, before, after from import_change");
  expect(changes.rows).toEqual([
    { import_id: WITHDRAWN, row_id: ACTIVITY, before: { participants: 20 }, after: { participants: 24 } },
  ]);
  await expect(
    superuser.query(`update plan_activity set import_id = '${randomUUID()}' where id = '${ACTIVITY}'`),
  ).rejects.toThrow(/foreign key/);
});

import pg from "pg";
import { expect, inject, it } from "vitest";
import { administer, connectionTo } from "#test/setup/server.ts";
import { leaks } from "./inspect.ts";

it("finds no table of ours without a policy, and names one that has none", async () => {
  const database = `yui_inspect_${process.pid}_${Date.now()}`;
  const server = inject("server");
  await administer(server, `create database ${database} template ${inject("template")}`);
  const client = new pg.Client(connectionTo(server, database));
  await client.connect();
  const before = await leaks(client);
  await client.query("create table open_note (area_id text not null, id uuid, primary key (area_id, id))");
  await client.query("create table app_note (id uuid primary key); alter table app_note owner to yui_app");
  await client.query(
    "create table sensitive.open_note (id uuid primary key); grant select on sensitive.open_note to yui_app",
  );
  await client.query("create table sensitive.note (id uuid primary key)");
  const after = await leaks(client);
  await client.end();
  await administer(server, `drop database ${database} with (force)`);
  expect(before).toEqual([]);
  expect(after).toEqual([
    "the role yui_app owns the table app_note",
    "the table open_note holds area_id and has no row-level security",
    "the table sensitive.note holds rows that no policy guards",
    "the table sensitive.open_note holds rows that no policy guards",
    "the table sensitive.open_note is open to the role yui_app",
  ]);
});

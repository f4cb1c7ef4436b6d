import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { administer, connectionTo } from "#test/setup/server.ts";
import { scopeStatements } from "./database.ts";
import { APP, SENSITIVE } from "./roles.ts";

const DATABASE = `yui_sensitive_${randomUUID().replaceAll("-", "")}`;
const PASSWORD = "a password for this test";
const PERSON = "0198f2a0-0000-7000-8000-00000000000a";
const OFFICE = "0198f2a0-0000-7000-8000-00000000000b";
const PARTNER = "0198f2a0-0000-7000-8000-00000000000c";
const OTHER = "0198f2a0-0000-7000-8000-00000000000d";

const server = inject("server");
let superuser: pg.Client;
/** Signed in as the role itself, as the serving process is. */
let app: pg.Client;
let sensitive: pg.Client;

async function signedIn(role: string): Promise<pg.Client> {
  await superuser.query(`alter role ${role} login password '${PASSWORD}'`);
  const { connectionString, ...connection } = connectionTo(server, DATABASE);
  const url = new URL(connectionString ?? "postgres://x/");
  url.username = role;
  url.password = PASSWORD;
  const client = new pg.Client(
    connectionString ? { connectionString: url.href } : { ...connection, user: role, password: PASSWORD },
  );
  await client.connect();
  return client;
}

beforeAll(async () => {
  await administer(server, `create database ${DATABASE} template ${inject("template")}`);
  superuser = new pg.Client(connectionTo(server, DATABASE));
  await superuser.connect();
  await superuser.query(`
    set role yui_owner;
    create table sensitive.note (area_id text collate "C", id uuid primary key default gen_random_uuid(), person_id uuid, organisation_id uuid,
      partner_id uuid, subject_id uuid, text text);
    create table sensitive.pair_note (like sensitive.note including all);
    create table sensitive.link_note (like sensitive.note including all);
    create table sensitive.own_note (like sensitive.note including all);
    grant select, insert, update, delete on sensitive.note, sensitive.pair_note, sensitive.link_note, sensitive.own_note
      to yui_sensitive;
    select yui_guard('sensitive.note', 'consented', purpose => 'consultation', service => '<letters>');
    select yui_guard('sensitive.pair_note', 'pair');
    select yui_guard('sensitive.link_note', 'link', 'subject_id');
    select yui_guard('sensitive.own_note', 'person');
    set role yui_upkeep;
    insert into sensitive.note (area_id, person_id, organisation_id, text) values ('a', '${PERSON}', '${OFFICE}', 'n');
    insert into sensitive.pair_note (area_id, organisation_id, partner_id, text) values ('a', '${OFFICE}', '${PARTNER}', 'p');
    insert into sensitive.link_note (area_id, subject_id, text) values ('a', '${PERSON}', 'l');
    insert into sensitive.own_note (area_id, person_id, text) values ('a', '${PERSON}', 'o');
    reset role`);
  app = await signedIn(APP);
  sensitive = await signedIn(SENSITIVE);
});

afterAll(async () => {
  await app?.end();
  await sensitive?.end();
  await superuser?.end();
  await administer(server, `drop database if exists ${DATABASE} with (force)`);
});

const EVERYTHING = scopeStatements({ actor: PERSON, areas: "all", organisations: [OFFICE], holds: PERSON });

/** How it fails, or how many rows it gives, in a transaction that is rolled back. */
async function tried(client: pg.Client, statement: string, context = ""): Promise<string | number> {
  await client.query("begin");
  try {
    if (context) await client.query(context);
    const result = await client.query(statement);
    return [result].flat().at(-1)!.rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("rollback");
  }
}

const DENIED = "42501";

describe("the role that serves requests", () => {
  it.each([
    ["reads it, in whatever name", "select from sensitive.note"],
    ["writes into it", "insert into sensitive.note (text) values ('x')"],
    ["becomes the role that may", "set role yui_sensitive"],
    ["becomes the owner", "set role yui_owner"],
    ["becomes upkeep", "set role yui_upkeep"],
    ["becomes who works on jobs", "set role yui_jobs"],
    ["becomes the superuser", "set role yui_super"],
    ["lets itself in", "grant yui_sensitive to yui_app"],
    ["opens the schema", "grant usage on schema sensitive to yui_app"],
    [
      "replaces what consent is",
      "create or replace function yui_consented(person text, organisation text, purpose text) returns boolean language sql return true",
    ],
    ["makes a view that others fall for", "create view public.trap as select 1"],
    ["takes the policies away", "alter table sensitive.note disable row level security"],
    ["looks at jobs", "select from jobs.job"],
    ["runs a program", "copy (select 1) to program 'true'"],
  ])("never %s", async (_what, statement) => {
    expect([DENIED, "22023"]).toContain(await tried(app, statement, EVERYTHING));
  });
});

describe("what the kinds of the sensitive tier let the role of that tier see", () => {
  const scope = (actor: string, organisations: string[] = [], holds = "") =>
    scopeStatements({ actor, areas: "all", organisations, holds });

  it.each([
    ["note", "nobody by reaching every area", scope("<cli>"), 0],
    ["note", "the person", scope(PERSON), 1],
    ["note", "the organisation, to which nobody consented yet", scope("staff", [OFFICE]), 0],
    ["note", "the service that is named", scope("<letters>"), 1],
    ["pair_note", "the one organisation", scope("staff", [OFFICE]), 1],
    ["pair_note", "the other organisation", scope("staff", [PARTNER]), 1],
    ["pair_note", "a third organisation", scope("staff", [OTHER]), 0],
    ["pair_note", "a service", scope("<cli>"), 0],
    ["link_note", "the holder", scope("<link:letter>", [], PERSON), 1],
    ["link_note", "the holder of another link", scope("<link:letter>", [], OTHER), 0],
    ["link_note", "who holds none", scope("staff", [OFFICE]), 0],
    ["own_note", "the person", scope(PERSON), 1],
    ["own_note", "another person", scope(OTHER), 0],
  ])("%s: %s", async (table, _who, context, rows) => {
    expect(await tried(sensitive, `select from sensitive.${table}`, context)).toBe(rows);
    expect(await tried(sensitive, `update sensitive.${table} set text = 'x'`, context)).toBe(rows);
  });

  it("lets an organisation see what the person consented to", async () => {
    await superuser.query(`
      create or replace function yui_consented(person text, organisation text, purpose text) returns boolean
        language sql return organisation = '${OFFICE}' and purpose = 'consultation'`);
    expect(await tried(sensitive, "select from sensitive.note", scope("staff", [OFFICE]))).toBe(1);
    expect(await tried(sensitive, "select from sensitive.note", scope("staff", [PARTNER]))).toBe(0);
  });

  it("sees nothing without a context, and writes under nobody else's name", async () => {
    expect(await tried(sensitive, "select from sensitive.note")).toBe(0);
    const other = `insert into sensitive.own_note (person_id) values ('${OTHER}')`;
    expect(await tried(sensitive, other, scope(PERSON))).toBe(DENIED);
  });

  it("may what serves requests may, in the same transaction, and no more of the owner's", async () => {
    expect(await tried(sensitive, "select from audit_entry limit 0")).toBe(0);
    for (const role of ["yui_owner", "yui_upkeep", "yui_jobs"])
      expect(await tried(sensitive, `set role ${role}`)).toBe(DENIED);
  });
});

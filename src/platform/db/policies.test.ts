import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { inTransaction, type Scope } from "./database.ts";

/** What anyone may read: shared or published by its nature. Of every other table, published rows at most. */
const SHARED: readonly string[] = [
  // Questions that an area asks everybody.
  "act_question",
  "area",
  "area_part",
  "area_data",
  "town",
  "town_file",
  "directory_index",
  "directory_tombstone",
  "directory_town",
  // Days, hours and rooms: what is held then stands in its event, which drafts keep back.
  "event_session",
  "indicator",
  // What an area lends, and which number of it is away when: nobody is named.
  "lending_hold",
  "lending_kit",
  "lending_model",
  "lending_office",
  "lending_unit",
  // Contacts that are published elsewhere, and codes that stand printed on leaflets.
  "material_fact",
  "material_link",
  "observation_source",
  "plan_publication",
  "plan_library_entry",
  "council_board_line",
  "council_past",
  "secretariat",
  "publication_edition",
  "publication_round",
];

/** What anyone may write, and only under their own name. */
const OWN_NAME: Readonly<Record<string, string>> = {
  audit_entry: "(actor = yui_actor())",
  mail_outbox: "(written_by = yui_actor())",
  link: "(made_by = yui_actor())",
  // Whoever leaves an entry lets it wait; a row here says nothing and vouches for nothing.
  audit_waiting: "true",
};

/** What belongs to an area and is still nobody's but the one's who wrote it. */
const OWN_ROWS: readonly string[] = ["sent_once"];

const app = testApp();
const NOBODY: Scope = { actor: "", areas: [] };
const VISITOR: Scope = { actor: "<visitor>", areas: [] };
const ELSEWHERE: Scope = { actor: "somebody", areas: ["99999"], facts: ["99998"] };

type Policy = { table: string; command: string; using: string | null; check: string | null };

async function tables(): Promise<{ name: string; secured: boolean }[]> {
  const { rows } = await sql<{ name: string; secured: boolean }>`
    select relname as name, relrowsecurity as secured from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and has_any_column_privilege('yui_app', oid, 'select, insert, update')
    order by relname`.execute(app.db);
  return rows;
}

async function areaTables(): Promise<{ name: string }[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'area_id'
      and table_name in (select tablename from pg_policies)`.execute(app.db);
  return rows;
}

/** Those that open rows; a restrictive policy opens none by itself. */
async function policies(): Promise<Policy[]> {
  const { rows } = await sql<Policy>`
    select tablename as "table", cmd as command, qual as "using", with_check as "check"
    from pg_policies where schemaname = 'public' and roles <> '{yui_upkeep}' and permissive = 'PERMISSIVE'`.execute(
    app.db,
  );
  return rows;
}

/** A policy's condition under a scope, for a row that is not published and of an area out of reach. */
async function holds(scope: Scope, { table }: Policy, condition: string): Promise<boolean> {
  return inTransaction(app.db, scope, async (tx) => {
    // A row of nothing but nulls and the area: what no row-level condition on the content can save.
    const { rows } = await sql<{ held: boolean | null }>`
      select (${sql.raw(condition)}) as held from (
        select (jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify({
          area_id: "14150",
          published: false,
          id: null,
        })}::jsonb)).*
      ) as ${sql.id(table)}`.execute(tx);
    return rows[0]!.held === true;
  });
}

describe("row-level security", () => {
  it("stands on every table that the app may use", async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((table) => !table.secured)).toEqual([]);
  });

  it("binds the owner too, and holds no subquery, so that it can be distributed", async () => {
    const { rows } = await sql<{ table: string }>`
      select relname as "table" from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not relispartition and relname <> 'yui_migration' and (not relforcerowsecurity or exists (
          select from pg_policies p where p.tablename = c.relname and concat(p.qual, p.with_check) ~* '\\mselect\\M'))
      union all
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'area_id' and collation_name is distinct from 'C'`.execute(
      app.db,
    );
    expect(rows).toEqual([]);
  });

  it("names the area in every key of a table of areas and between two of them, so that both can be distributed", async () => {
    const ofAreas = (table: string) =>
      sql`exists (select from pg_attribute a where a.attrelid = ${sql.ref(table)} and a.attname = 'area_id')`;
    const { rows } = await sql<{ key: string }>`
      select conname as "key" from pg_constraint
      where connamespace = 'public'::regnamespace and ${ofAreas("conrelid")}
        and (contype in ('p', 'u', 'x') or contype = 'f' and ${ofAreas("confrelid")})
        and not exists (
          select from pg_attribute a
          where a.attrelid = conrelid and a.attname = 'area_id' and a.attnum = any (conkey))`.execute(app.db);
    expect(rows).toEqual([]);
  });

  it("holds the app, which owns no table and bypasses nothing", async () => {
    const { rows } = await sql<{ user: string; bypass: boolean; owned: number }>`
      select current_user as user, rolsuper or rolbypassrls as bypass,
        (select count(*) from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`.execute(app.db);
    expect(rows).toEqual([{ user: "yui_app", bypass: false, owned: 0 }]);
  });

  it("lets nobody without a reach read what is neither published nor shared", async () => {
    const open: string[] = [];
    for (const policy of await policies()) {
      if (!["SELECT", "ALL"].includes(policy.command) || SHARED.includes(policy.table)) continue;
      for (const scope of [NOBODY, VISITOR, ELSEWHERE]) {
        if (await holds(scope, policy, policy.using!)) open.push(`${policy.table} to ${scope.actor}`);
      }
    }
    expect(open).toEqual([]);
  });

  it("lets nobody without a reach write anything but under their own name", async () => {
    const open: string[] = [];
    for (const policy of await policies()) {
      if (policy.command === "SELECT") continue;
      const condition = policy.check ?? policy.using!;
      if (OWN_NAME[policy.table] === condition && policy.command === "INSERT") continue;
      for (const scope of [NOBODY, VISITOR, ELSEWHERE]) {
        const conditions = [policy.using, condition].filter((one) => one !== null);
        for (const one of conditions)
          if (await holds(scope, policy, one)) open.push(`${policy.table} by ${scope.actor}`);
      }
    }
    expect(open).toEqual([]);
  });

  it("lets an area read its own rows, so that the refusals above mean something", async () => {
    const own: Scope = { actor: "somebody", areas: ["14150"], facts: ["14150"] };
    const closed = new Set((await areaTables()).map((table) => table.name));
    for (const policy of await policies()) {
      if (["SELECT", "ALL"].includes(policy.command) && (await holds(own, policy, policy.using!)))
        closed.delete(policy.table);
    }
    expect([...closed]).toEqual(OWN_ROWS);
  });
});

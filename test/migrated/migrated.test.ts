import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { importJob } from "#evidence/indicators/public.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import "#foundation/audit/api.server.ts";
import { type Actor, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { declaredUseCases } from "#foundation/authority/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { openDatabase } from "#platform/db/database.ts";
import { migrate, readMigrations } from "#platform/db/migrate.ts";
import { APP } from "#platform/db/roles.ts";
import { withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails, sealOldMail } from "#platform/mail/outbox.ts";
import { setKeyring } from "#platform/sealing/keyring.ts";
import { person } from "#test/person.ts";
import { testKeyring } from "../keys.ts";
import { administer, connectionTo } from "../setup/server.ts";

/** A store as version 0.1 left it: two demonstration areas, live links, published editions, an import half done. */
const STORE = readFileSync(join(import.meta.dirname, "store-before-0400.sql"), "utf8");
const KNOWN = JSON.parse(
  readFileSync(join(import.meta.dirname, "store-before-0400.json"), "utf8"),
) as Readonly<{
  invitation: string;
  receipt: string;
  request: string;
  answer: string;
  feed: string;
  meeting: string;
  member: string;
  import: string;
  file: string;
  heads: readonly string[];
}>;
const HAMADA = "sma-32-02" as AreaId;
/** What was said of a goal and hidden, and of a meeting. */
const [GOAL, MEETING] = [randomUUID(), randomUUID()];
const COMMENTS = `
  insert into plan_comment (area_id, id, goal_id, text, organisation, written_by, written_at, hidden_at, hidden_by)
  values ('${HAMADA}', gen_random_uuid(), '${GOAL}', '目標への意見', '商工会', 'u', now(), now(), 'clerk');
  insert into council_comment (area_id, id, meeting_id, text, written_by, written_by_name, written_at)
  values ('${HAMADA}', gen_random_uuid(), '${MEETING}', '会議への意見', 'u', '委員', now())`;
/** Of one request: a place given back, one held, one held out to it, and two lines in which it waits or waited. */
const WAITING = `
  create temporary table made as select area_id, id, gen_random_uuid() as given, gen_random_uuid() as held,
    gen_random_uuid() as offered, gen_random_uuid() as waits, gen_random_uuid() as waited
    from support_request where id = '${KNOWN.request}';
  insert into support_booking
    select area_id, gen_random_uuid(), given, id, '甲', date '2026-11-02', 2026, now(), now(), 'withdrawn' from made union all
    select area_id, gen_random_uuid(), held, id, '甲', date '2026-12-02', 2026, now(), null::timestamptz, null from made union all
    select area_id, gen_random_uuid(), offered, id, '甲', date '2026-12-09', 2026, now(), null::timestamptz, null from made;
  insert into support_waiting (area_id, id, offer_id, request_id, came_before, since, offered_at, deadline, outcome)
    select area_id, gen_random_uuid(), offered, id, true, now(), now(), now() + interval '3 days', null from made union all
    select area_id, gen_random_uuid(), waits, id, false, now(), null::timestamptz, null::timestamptz, null from made union all
    select area_id, gen_random_uuid(), waited, id, false, now(), now(), now(), 'lapsed' from made`;
const FIRST = "0400";

const database = `yui_migrated_${randomUUID().replaceAll("-", "")}`;
const folder = mkdtempSync(join(tmpdir(), "yui-migrated-"));
const files = import.meta.glob<unknown>("../../src/**/*usecases.server.ts");
let superuser: pg.Client;
let app: App;
let close: () => Promise<void>;
let before: ReadonlyMap<string, string>;
let after: ReadonlyMap<string, string>;
let columns: ReadonlyMap<string, readonly string[]>;
let columnsAfter: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  setKeyring(testKeyring());
  await Promise.all(Object.values(files).map((load) => load()));
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
  // Rows in the order of their tables' names: what refers to what is checked no more than by a backup.
  await superuser.query(
    `set session_replication_role = replica; ${STORE}; ${COMMENTS}; set session_replication_role = origin`,
  );
  await superuser.query(
    `set session_replication_role = replica; ${WAITING}; set session_replication_role = origin`,
  );
  columns = await columnsNow();
  before = await contents(columns);
  await migrate(connection, "LOGIN", all);
  columnsAfter = await columnsNow();
  after = await contents(
    new Map(
      [...columns]
        .map(([table, names]) => [table, stillIn(table, names)] as const)
        .filter(([, names]) => names.length > 0),
    ),
  );
  const opened = openDatabase({ ...connection, options: `-c role=${APP}`, max: 5 });
  close = opened.close;
  const config = readConfig({ YUI_SECRET: "a secret for tests, long enough to sign", YUI_DATA: folder });
  app = {
    config,
    db: opened.db,
    pool: opened.pool,
    sensitive: opened,
    clock: fixedClock("2026-11-22T03:00:00Z"),
    log: pino({ level: "silent" }),
    stamp: stampOf(config),
  };
  await loadReferenceAreas(app);
}, 60_000);

afterAll(async () => {
  await close?.();
  await superuser?.end();
  await administer(inject("server"), `drop database if exists ${database} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

async function columnsNow(): Promise<Map<string, string[]>> {
  const { rows } = await superuser.query<{ table: string; name: string }>(
    `select table_name as "table", column_name as name from information_schema.columns c
     where table_schema = 'public' and table_name not like 'yui_%' and table_name not like 'area%'
       and exists (select from information_schema.tables t where t.table_name = c.table_name and t.table_type = 'BASE TABLE')
     order by 1, 2`,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.table)].map(([table, own]) => [table, own.map((row) => row.name)]),
  );
}

const stillIn = (table: string, names: readonly string[]) =>
  names.filter((name) => columnsAfter.get(table)?.includes(name));

/** The rows of each table as one text, of these columns. */
async function contents(of: ReadonlyMap<string, readonly string[]>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [table, names] of of) {
    const list = names.map((name) => `"${name}"`).join(", ");
    const { rows } = await superuser.query<{ all: string | null }>(
      `select string_agg(row::text, E'\\n' order by row::text collate "C") as "all" from (select ${list} from ${table}) as row`,
    );
    found.set(table, rows[0]!.all ?? "");
  }
  return found;
}

const useCase = (name: string) => declaredUseCases().find(({ declared }) => declared.name === name)!;
const clerk: Actor = {
  ...(person("coordinator", HAMADA, { reach: [HAMADA, "32202" as AreaId, "32207" as AreaId] }) as Extract<
    Actor,
    { kind: "person" }
  >),
  facts: ["32" as AreaId],
};

describe("a store of the version before", () => {
  it("keeps every row of every table that stays, in the columns that stay", async () => {
    const gone = [...columns.keys()].filter((table) => !columnsAfter.has(table));
    // Imports of activities moved to the tables of all imports (activity-imports.test.ts), comments, places, letters
    // and histories to those of all. What strangers sent within a day is counted anew.
    expect(gone).toEqual([
      "council_comment",
      "council_link",
      "organisation_version",
      "plan_activity_import",
      "plan_activity_import_change",
      "plan_comment",
      "support_booking",
      "support_event",
      "support_link",
      "support_sender",
      "support_text",
      "support_waiting",
    ]);
    // A table that lost a column has none to compare it with: that of an invitation's secret moved to the links, and
    // forms over a lock are not held in the clear any more.
    const lost = [...columns].filter(
      ([table, names]) => columnsAfter.has(table) && stillIn(table, names).length < names.length,
    );
    expect(lost.map(([table]) => table)).toEqual(["identity_held_form", "invitation"]);
    const same = [...after.keys()].filter((table) => after.get(table) === before.get(table));
    expect([...after.keys()].filter((table) => !same.includes(table))).toEqual(["invitation"]);
    expect(same.filter((table) => before.get(table) !== "").length).toBeGreaterThan(40);
  });

  it("keeps what was said in the one table of comments, of what it was said and by whom", async () => {
    const { rows } = await superuser.query(
      `select subject_type, subject_id, text, author, hidden_by from comment
       where subject_id in ($1, $2) order by subject_type`,
      [GOAL, MEETING],
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ["goal", GOAL, "目標への意見", "商工会", "clerk"],
      ["meeting", MEETING, "会議への意見", "委員", null],
    ]);
  });

  it("keeps the whole history of requests and organisations in the one table of histories", async () => {
    const { rows } = await superuser.query<{ kind: string; action: string; named: number }>(
      `select subject_type as kind, action, count(*) filter (where detail ? 'name')::int as named
       from history_entry where subject_type = 'organisation' or subject_id = $1 group by 1, 2 order by 1, 2`,
      [KNOWN.request],
    );
    const linesOf = (table: string) => before.get(table)!.split("\n").length;
    expect(rows.find(({ action }) => action === "organisation.add")!.named).toBeGreaterThan(30);
    expect(rows.filter(({ kind }) => kind === "support_request").map(({ action }) => action)).toContain(
      "receive",
    );
    const { rows: counted } = await superuser.query(
      "select subject_type as kind, count(*)::int as count from history_entry group by 1 order by 1",
    );
    expect(counted).toEqual([
      { kind: "organisation", count: linesOf("organisation_version") },
      { kind: "support_request", count: linesOf("support_event") },
    ]);
  });

  it("holds the places and the lines that it held, an offered place as one of its own", async () => {
    const { rows } = await superuser.query<Record<string, unknown>>(
      `select state, slot, ended_why, came_before, offered_until is not null as until from booking
       where subject_type = 'support-offer' and holder_type = 'support-request' and holder_id = $1 order by state, slot`,
      [KNOWN.request],
    );
    const plain = { ended_why: null, came_before: false, until: false };
    expect(rows).toEqual([
      { ...plain, state: "booked", slot: "2026-12-02" },
      { ...plain, state: "cancelled", slot: "", ended_why: "lapsed" },
      { ...plain, state: "cancelled", slot: "2026-11-02", ended_why: "withdrawn" },
      { ...plain, state: "offered", slot: "2026-12-09", came_before: true, until: true },
      { ...plain, state: "waiting", slot: "" },
    ]);
  });

  it("seals the mail that waits, which says afterwards what it said before", async () => {
    const { rows } = await superuser.query<{ id: string; body: string }>("select id, body from mail_outbox");
    expect(rows.length).toBeGreaterThan(0);
    await sealOldMail(app);
    const left = await superuser.query("select from mail_outbox where body is not null or link is not null");
    expect(left.rows).toEqual([]);
    const mails = await withRows(app.db, { actor: "<test>", areas: "all" }, (access) =>
      listMails(access, rows.length, { links: true }),
    );
    const said = new Map(mails.map(({ id, body }) => [id, body]));
    for (const { id, body } of rows) expect(said.get(id)).toBe(body);
  });

  it("still opens every link that was sent", async () => {
    const opened = await Promise.all([
      openLink(app, KNOWN.receipt, "receipt"),
      openLink(app, KNOWN.answer, "answer"),
      openLink(app, KNOWN.feed, "feed"),
      openLink(app, KNOWN.member, "member-link"),
      openLink(app, KNOWN.invitation, "invitation"),
    ]);
    const links = opened.map((one) => expectOk(one).link);
    expect(links.map(({ area }) => area)).toEqual(Array.from({ length: 5 }, () => HAMADA));
    expect([links[0]!.subject, links[1]!.subject, links[3]!.subject]).toEqual([
      KNOWN.request,
      KNOWN.request,
      KNOWN.meeting,
    ]);
    expect(await openLink(app, KNOWN.receipt, "answer")).toMatchObject({ error: { kind: "not-found" } });
  });

  it("has an unbroken audit chain with the heads that were noted before", async () => {
    const walked = expectOk(
      await useCase("audit.walk")(app, service("cli"), { notedHeads: [...KNOWN.heads] } as never),
    );
    expect(walked).toMatchObject({ findings: [] });
    expect((walked as { entries: number }).entries).toBeGreaterThan(200);
  });

  it("goes on with the import that was half done", async () => {
    mkdirSync(join(folder, "imports"), { recursive: true });
    writeFileSync(join(folder, "imports", `${KNOWN.import}.csv`), KNOWN.file);
    const { rows } = await superuser.query<{ created_by: string; organisation: OrganisationId }>(
      "select created_by from import_batch where id = $1",
      [KNOWN.import],
    );
    const own = { ...clerk, userId: rows[0]!.created_by } as Actor;
    expectOk(await useCase("import.take")(app, own, { id: KNOWN.import } as never, {}));
    await importJob.run(app, { id: KNOWN.import } as never);
    const { rows: figures } = await superuser.query<{ fiscal_year: number; value: string }>(
      "select fiscal_year, value from observation where import_id = $1 order by 1",
      [KNOWN.import],
    );
    expect(figures.map(({ fiscal_year, value }) => [fiscal_year, Number(value)])).toEqual([
      [2019, 24],
      [2020, 25],
    ]);
  });
});

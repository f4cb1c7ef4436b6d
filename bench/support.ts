import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import pino from "pino";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { App } from "#platform/app.ts";
import { readConfig } from "#platform/config/config.ts";
import { joinEmbeddedServer, SUPERUSER } from "#platform/db/embedded.ts";
import { DATABASE, openConfigured } from "#platform/db/open.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { openKeys } from "#platform/sealing/open-keys.ts";
import { stampOf } from "#platform/sealing/secret.ts";
import { readInbox } from "#programmes/support/requests/inbox.queries.server.ts";
import { readRequest } from "#programmes/support/requests/request-view.queries.server.ts";

/** Server time while requests arrive at a steady rate, whether or not the last one has been answered. */
export type SupportBench = Readonly<{
  page: "inbox" | "matching";
  per_second: number;
  median_ms: number;
  p95_ms: number;
  /** Processor time of a call, of this process and of the database's; undefined where the system does not tell. */
  node_cpu_ms: number;
  database_cpu_ms: number | undefined;
}>;

const AREA = "sma-32-02" as AreaId;
const REQUESTS = 100_000;
const OPEN = 1_000;
const SUPPORTERS = 400;
const OFFERS = 2_000;
const SECONDS = 5;
const PER_SECOND = 100;
const COORDINATOR: Actor = {
  kind: "person",
  userId: "bench" as never,
  name: "bench",
  memberships: [{ organisationId: "bench" as never, role: "coordinator", areas: [AREA] }],
  reach: [AREA],
};

/** Inbox, and the list of who fits a request, in an area of 100,000 requests, 400 supporters and 2,000 offers. */
export async function benchSupport(): Promise<SupportBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "yui-bench-support-"));
  const config = readConfig({ YUI_DATA: join(folder, "data") });
  const opened = await openConfigured(config);
  await openKeys(config, opened.db);
  const server = await joinEmbeddedServer(config.dataFolder);
  const superuser = server.as(SUPERUSER, DATABASE);
  const { db, pool, sensitive } = opened;
  const app: App = {
    config,
    db,
    pool,
    sensitive,
    clock: fixedClock("2026-11-22T01:00:00Z"),
    log: pino({ level: "silent" }),
    stamp: stampOf(config),
  };
  try {
    await loadReferenceAreas(app);
    const open = await fill(app);
    await analyse(superuser);
    const pages = {
      inbox: async () => void expectOk(await readInbox(app, COORDINATOR, { area: AREA })),
      matching: async (round: number) => {
        const view = expectOk(
          await readRequest(app, COORDINATOR, { area: AREA, id: open[round % open.length]! }),
        );
        if (view.candidates.length < 10) throw new Error(`only ${view.candidates.length} candidates`);
      },
    };
    const results: SupportBench[] = [];
    for (const page of ["inbox", "matching"] as const) {
      for (let round = 0; round < 20; round += 1) await pages[page](round);
      for (const rate of [10, PER_SECOND])
        results.push({ page, per_second: rate, ...(await measured(superuser, rate, pages[page])) });
    }
    return results;
  } finally {
    await opened.close();
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(superuser: pg.ClientConfig, rate: number, call: (round: number) => Promise<void>) {
  const client = new pg.Client(superuser);
  await client.connect();
  const node = process.cpuUsage();
  const database = await databaseCpu(client);
  const times = await arriving(rate, call);
  const { user, system } = process.cpuUsage(node);
  const spent = await databaseCpu(client);
  await client.end();
  const calls = rate * SECONDS;
  return {
    ...times,
    node_cpu_ms: (user + system) / 1000 / calls,
    database_cpu_ms: spent === undefined || database === undefined ? undefined : (spent - database) / calls,
  };
}

const MS_PER_TICK = 10;

/** Processor time so far of the server's processes that serve the app, also of those that ended, as Linux tells it. */
async function databaseCpu(client: pg.Client): Promise<number | undefined> {
  if (!existsSync("/proc/self/stat")) return undefined;
  const { rows } = await client.query<{ pid: number; own: boolean }>(
    "select pid, pid = pg_backend_pid() as own from pg_stat_activity where usename = 'yui_app' or pid = pg_backend_pid()",
  );
  // man 5 proc_pid_stat, from the state on: 1 is the parent, 11 and 12 its own time, 13 and 14 that of ended children.
  const statOf = (pid: number) =>
    readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ").map(Number);
  const parent = statOf(rows.find((row) => row.own)!.pid)[1]!;
  const living = rows.filter((row) => !row.own).map(({ pid }) => statOf(pid));
  const ticks = living.reduce((sum, fields) => sum + fields[11]! + fields[12]!, 0);
  return (ticks + statOf(parent)[13]! + statOf(parent)[14]!) * MS_PER_TICK;
}

/** Starts one call each so many milliseconds; a slow answer does not hold the next one up. */
async function arriving(
  rate: number,
  call: (round: number) => Promise<void>,
): Promise<{ median_ms: number; p95_ms: number }> {
  const times: number[] = [];
  const begun = performance.now();
  const calls: Promise<void>[] = [];
  for (let round = 0; round < rate * SECONDS; round += 1) {
    const due = begun + (round * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    calls.push(call(round).then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(calls);
  times.sort((a, b) => a - b);
  return { median_ms: times[Math.floor(times.length / 2)]!, p95_ms: times[Math.floor(times.length * 0.95)]! };
}

/** Fills the store by arithmetic alone; returns the open requests. */
async function fill(app: App): Promise<string[]> {
  return withRows(app.db, { actor: "<bench>", areas: "all" }, async (tx) => {
    const id = (kind: number, n: string) =>
      sql.raw(`('${String(kind).padStart(8, "0")}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`);
    const topics = sql.raw(
      `(array['mental_health','blood_pressure','lifestyle','checkup_results','overwork','smoking','dental','nutrition','exercise','tuberculosis','cancer','womens_health','back_pain','heat','work_environment','stress_check','return_to_work'])`,
    );
    await sql`insert into support_offer (area_id, id, title, kind, topics, fee, rrule, per_month, per_workplace, lead_days, updated_at, updated_by)
      select ${AREA}, ${id(1, "n")}, '提供 ' || n, (array['lecture','check_corner','consultation','workplace_visit'])[1 + n % 4],
        array[${topics}[1 + n % 17], ${topics}[1 + n * 7 % 17]], (array['free','free','paid'])[1 + n % 3],
        (array['', 'FREQ=WEEKLY;BYDAY=MO,WE', 'FREQ=WEEKLY;BYDAY=TU,TH', 'FREQ=MONTHLY;BYDAY=2TH'])[1 + n % 4], 4 + n % 5, 3, n % 21, now(), 'bench'
      from generate_series(1, ${OFFERS}::int) n`.execute(db(tx));
    await sql`insert into support_offer_part (area_id, offer_id, position, organisation_id, organisation_name, municipality, professions, email)
      select ${AREA}, ${id(1, "n")}, 0, ${id(2, "n % 400")}, '機関 ' || n % ${SUPPORTERS}::int, (array['32202','32207'])[1 + n % 2],
        array[(array['doctor','public_health_nurse','dietitian','dental_hygienist'])[1 + n % 4]], 'office@example.jp'
      from generate_series(1, ${OFFERS}::int) n`.execute(db(tx));
    await sql`insert into support_request (area_id, id, number, once_key, made_at, made_on, made_by, channel, language, workplace, workplace_key,
        municipality, industry, size, people, topics, place, wishes, slots, came_before, needs, status, status_since, due_on, fixed_day, fixed_from, fixed_to)
      select ${AREA}, ${id(3, "n")}, 'N' || n, 'k' || n, made, made::date, 'bench', 'web', 'ja', '事業所 ' || n % 9000, 'w' || n % 9000,
        (array['32202','32207'])[1 + n % 2], (array['ceramics','seafood','construction','retail'])[1 + n % 4], 1 + n % 60, 1 + n % 30,
        array[${topics}[1 + n % 17]], 'on_site', slots, slots, n > 9000, '[{"count":1,"professions":[],"kinds":[]}]',
        case when n > ${REQUESTS - OPEN}::int then (array['new','asking','deciding','fixed'])[1 + n % 4] else (array['closed','closed','closed','unmet','withdrawn'])[1 + n % 5] end,
        made, null, case when n % 4 = 3 or n <= ${REQUESTS - OPEN}::int then made::date + 21 end, '10:00', '11:00'
      from generate_series(1, ${REQUESTS}::int) n
      cross join lateral (select timestamptz '2026-11-21' - ((${REQUESTS}::int - n) * interval '15 minutes') as made,
        jsonb_build_array(jsonb_build_object('day', '2026-12-' || lpad((14 + n % 10)::text, 2, '0'), 'from', '10:00', 'to', '11:00')) as slots) one`.execute(
      db(tx),
    );
    await sql`insert into booking (area_id, id, subject_type, subject_id, slot, holder_type, holder_id, party, state, made_at)
      select area_id, ${id(4, "n")}, 'support-offer', ${id(1, "1 + n % 2000")}, fixed_day::text, 'support-request', id::text, workplace_key, 'booked', made_at
      from (select *, substr(number, 2)::int as n from support_request where fixed_day is not null and status in ('closed', 'fixed')) held`.execute(
      db(tx),
    );
    // As it is kept beside each offer by whoever takes a place.
    await sql`update support_offer set taken = (
      select jsonb_build_object('years', jsonb_object_agg(span, held) filter (where length(span) = 4),
        'months', coalesce(jsonb_object_agg(span, held) filter (where length(span) = 7), '{}'),
        'days', coalesce(jsonb_object_agg(span, held) filter (where length(span) = 10), '{}'))
      from (select span, count(*) as held from booking
        cross join lateral (values (extract(year from slot::date - interval '3 months')::text), (left(slot, 7)), (slot)) spans (span)
        where booking.subject_id = support_offer.id and slot >= '2026-04-01' and (length(span) = 4 or slot >= '2026-11-01')
        group by span) counted)
      where id in (select subject_id from booking where slot >= '2026-04-01')`.execute(db(tx));
    await sql`insert into history_entry (area_id, subject_type, subject_id, position, at, actor, action, state)
      select area_id, 'support_request', id, 1, made_at, '<visitor>', 'receive', 'new' from support_request`.execute(
      db(tx),
    );
    const found = await sql<{
      id: string;
    }>`select id from support_request where status = 'new' order by id`.execute(db(tx));
    return found.rows.map((row) => row.id);
  });
}

/** As the server does by itself some minutes after so many rows. */
async function analyse(superuser: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

if (import.meta.main) console.table(await benchSupport());

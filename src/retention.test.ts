import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { previewPurge, purgeOutdated, retentionPage } from "#foundation/retention/public.ts";
import { testApp } from "#test/app.ts";
import { connectionTo } from "#test/setup/server.ts";
import { readPeriods, TABLES } from "./retention.ts";

const PAGE = new URL("../docs/retention.md", import.meta.url);
const HEAD = `# How long rows are kept

Made by a test from what the modules declare (\`UPDATE_RETENTION=1 npx vitest run src/retention\`). The periods stand in
\`reference/retention.json\`; an office puts its own rule in \`YUI_RETENTION\`. A round lets go once a day, \`yui retention
preview\` tells beforehand. \`persons\`: names somebody or tells of somebody; \`secrets\`: opens something; \`facts\`: neither.

| table | holds | kept until | in backups |
| --- | --- | --- | --- |
`;

const app = testApp();
let superuser: pg.Client;
beforeAll(async () => {
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  superuser = new pg.Client(connectionTo(inject("server"), rows[0]!.name));
  await superuser.connect();
});
afterAll(() => superuser.end());

it("is declared for every table of the database, and for no other", async () => {
  const { rows } = await superuser.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where nspname in ('public', 'sensitive') and relkind in ('r', 'p') and not relispartition and relname <> 'yui_migration'`,
  );
  // What the sensitive tier keeps of imports stands in tables of the same names, and is kept as long.
  expect(Object.keys(TABLES).sort()).toEqual([...new Set(rows.map((row) => row.name))].sort());
});

it("says of every table until when", async () => {
  for (const [table, { until, purge }] of Object.entries(TABLES)) expect(until ?? purge, table).toBeDefined();
  const page = `${HEAD}${retentionPage(TABLES, await readPeriods())}\n`;
  if (process.env.UPDATE_RETENTION) await writeFile(PAGE, page);
  expect(await readFile(PAGE, "utf8")).toBe(page);
});

describe("a purge", () => {
  const link = (id: number, expires: string) =>
    `insert into link (area_id, id, token_hash, purpose, subject_type, subject_id, detail, made_at, made_by, expires_at)
     values ('32', '00000000-0000-7000-8000-00000000000${id}', '${id}', 'p', 's', 's', '{}', '2020-01-01', 'u', ${expires})`;
  const user = `insert into identity_user (id, name, email, email_verified, created_at, updated_at)
     values ('u1', 'n', 'e@example.jp', true, '2020-01-01', '2020-01-01')`;
  const session = (id: string, expires: string) =>
    `insert into identity_session (id, user_id, token, expires_at, created_at, updated_at)
     values ('${id}', 'u1', '${id}', '${expires}', '2020-01-01', '2020-01-01')`;

  it("is told beforehand, lets go of what has had its time and of nothing else, and leaves its entry", async () => {
    for (const statement of [
      link(1, "'2026-10-01'"),
      link(2, "'2026-11-21'"),
      link(3, "null"),
      user,
      session("old", "2026-11-01"),
      session("new", "2026-12-01"),
    ])
      await superuser.query(statement);
    const periods = await readPeriods();
    const expected = [
      { table: "identity_session", does: "delete", rows: 1 },
      { table: "link", does: "delete", rows: 1 },
    ];
    const byTable = (steps: readonly { table: string }[]) =>
      [...steps].sort((a, b) => (a.table < b.table ? -1 : 1));
    expect(byTable(await previewPurge(app, TABLES, periods))).toEqual(expected);
    expect(byTable(await purgeOutdated(app, TABLES, periods))).toEqual(expected);
    expect(await purgeOutdated(app, TABLES, periods)).toEqual([]);
    const { rows: links } = await superuser.query("select token_hash from link order by id");
    expect(links.map((row) => row.token_hash)).toEqual(["2", "3"]);
    const { rows: entries } = await superuser.query("select action from audit_entry order by id");
    expect(entries.map((row) => row.action)).toEqual([
      "retention.preview",
      "retention.purge",
      "retention.purge",
    ]);
  });

  it("follows the periods of the office", async () => {
    expect(await purgeOutdated(app, TABLES, { ...(await readPeriods()), link: 2 })).toEqual([]);
    expect(await purgeOutdated(app, { link: TABLES.link! }, { ...(await readPeriods()), link: 1 })).toEqual([
      { table: "link", does: "delete", rows: 1 },
    ]);
  });
});

describe("a file of periods", () => {
  const folder = mkdtempSync(join(tmpdir(), "yui-retention-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  it.each([
    ["{}", /days/],
    ['{"days": {"session": 0}}', /days/],
    ["", /can't be used/],
    ["days: 3", /can't be used/],
  ])("that is not whole is refused: %s", async (text, sentence) => {
    const file = join(folder, "periods.json");
    writeFileSync(file, text);
    await expect(readPeriods(file)).rejects.toThrow(sentence);
  });

  it("that is not there is refused", async () => {
    await expect(readPeriods(join(folder, "nowhere"))).rejects.toThrow(/can't be used \(ENOENT/);
  });
});

import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { db, withRows } from "#platform/db/rows.ts";
import { testApp } from "#test/app.ts";
import { writeCursor } from "./cursor.ts";
import { inOrder } from "./in-order.ts";
import { type ListPage, type ListSpec, orderOf, pageOf, pageOfAll, readList } from "./list.ts";
import { listResponse } from "./list-file.ts";

type Row = { id: number; name: string; size: number };
const filter = { kind: ["a", "b"], from: "day" } as const;
const list: ListSpec<Row, typeof filter> = {
  columns: [
    { key: "name", head: "名前", sort: "name", cell: (row) => row.name },
    { key: "size", head: "大きさ", unit: "人", align: "right", sort: "size", cell: (row) => row.size },
  ],
  filter,
  orders: {
    name: [
      { column: "name", type: "text", of: (row) => row.name },
      { column: "id", type: "integer", of: (row) => row.id },
    ],
    size: [
      { column: "size", type: "integer", of: (row) => row.size },
      { column: "id", type: "integer", of: (row) => row.id },
    ],
  },
  first: "name",
  rowsAPage: 3,
};
const read = (query: string) => readList(list, new URLSearchParams(query));
const app = testApp();
const ROWS = Array.from({ length: 10 }, (_, id) => ({ id, name: `n${id % 3}`, size: (id * 7) % 5 }));

/** The rows of all pages, each begun where the last one ended. */
async function walk(sort: string): Promise<number[]> {
  const seen: number[] = [];
  let after = "";
  do {
    const query = read(`sort=${sort}&after=${after}`);
    const found = await withRows(app.db, { actor: "<test>", areas: [] }, async (access) => {
      await sql`create temporary table sample (id int, name text, size int) on commit drop`.execute(
        db(access),
      );
      for (const { id, name, size } of ROWS)
        await sql`insert into sample values (${id}, ${name}, ${size})`.execute(db(access));
      const rows = db(access).selectFrom(sql<Row>`sample`.as("sample")).selectAll();
      return (await inOrder(rows as never, orderOf(list, query.sort) as never, query).execute()) as Row[];
    });
    const page = pageOf(list, query, found);
    expect(page.rows.length).toBeLessThanOrEqual(3);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.after ?? "";
  } while (after !== "");
  return seen;
}

describe("a list", () => {
  it.each(["name", "-name", "size", "-size"])("shows every row once, page by page, by %s", async (sort) => {
    const key = sort.replace("-", "") as "name" | "size";
    const sorted = ROWS.toSorted((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.id - b.id));
    const ids = sorted.map(({ id }) => id);
    expect(await walk(sort)).toEqual(sort.startsWith("-") ? ids.reverse() : ids);
  });

  it("begins a file at the first row, whatever page it is asked from, and with all rows", () => {
    const { after } = pageOf(list, read(""), ROWS);
    const whole = readList(list, new URLSearchParams({ after: after! }), { whole: true });
    expect(whole.after).toBeUndefined();
    expect(pageOf(list, whole, ROWS)).toMatchObject({ rows: ROWS, after: undefined });
  });

  it.each(["name", "-name", "size", "-size"])(
    "pages what it is given in any order as the database does, by %s",
    async (sort) => {
      const seen: number[] = [];
      let after: string | undefined = "";
      while (after !== undefined) {
        const page: ListPage<Row> = pageOfAll(list, read(`sort=${sort}&after=${after}`), ROWS.toReversed());
        seen.push(...page.rows.map(({ id }) => id));
        after = page.after;
      }
      expect(seen).toEqual(await walk(sort));
    },
  );

  it("says in a file that it does not hold everything", async () => {
    const rows = ROWS.slice(0, 1);
    const csv = await listResponse("csv", "表", list.columns, { rows, after: "more" });
    expect((await csv.text()).split("\r\n")[2]).toContain("絞り込んでから");
    const parts = async function* () {
      yield rows;
      yield ROWS.slice(1, 3);
    };
    const streamed = await listResponse("csv", "表", list.columns, parts());
    expect((await streamed.text()).trimEnd().split("\r\n")).toHaveLength(4);
  });

  it("begins at the first page where a place holds what its columns can't", () => {
    for (const values of [
      ["name", 3, 1],
      ["name", "a", 1.5],
      ["name", "a\0", 1],
      ["name", "a"],
    ])
      expect(read(`after=${writeCursor(values)}`).after).toBeUndefined();
    expect(read(`after=${writeCursor(["name", "a", 1])}`).after).toEqual(["a", 1]);
    expect(read("from=2026-11-22%00&kind=toString").filter).toEqual({});
  });

  it("takes what it can't read in an address as if it were not there", () => {
    expect(read("kind=z&from=2026-11-22").filter).toEqual({ from: "2026-11-22" });
    expect(read("from=令和8年11月22日").filter).toEqual({ from: "2026-11-22" });
    expect(read("kind=a&from=nonsense").filter).toEqual({ kind: "a" });
    expect(read("sort=nonsense").sort).toBe("name");
    expect(read("after=broken").after).toBeUndefined();
    const other = pageOf(list, { sort: "size", limit: 1 }, ROWS).after!;
    expect(read(`sort=name&after=${other}`).after).toBeUndefined();
    expect(read(`sort=size&after=${other}`).after).toEqual([0, 0]);
  });

  it("is written as CSV and as XLSX with the same heads", async () => {
    const csv = await listResponse("csv", "表", list.columns, { rows: ROWS.slice(0, 1), after: undefined });
    expect(await csv.text()).toBe("名前,大きさ（人）\r\nn0,0\r\n");
    const xlsx = await listResponse("xlsx", "表", list.columns, {
      rows: [{ id: 1, name: "=1+1", size: 3 }],
      after: undefined,
    });
    const bytes = new Uint8Array(await xlsx.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(xlsx.headers.get("content-disposition")).toContain(encodeURIComponent("表.xlsx"));
  });
});

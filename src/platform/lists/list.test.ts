import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { db, withRows } from "#platform/db/rows.ts";
import { testApp } from "#test/app.ts";
import { inOrder } from "./in-order.ts";
import { type ListSpec, orderOf, pageOf, readList } from "./list.ts";
import { listResponse } from "./list-file.ts";

type Row = { id: number; name: string; size: number };
const filter = z.object({ kind: z.enum(["a", "b"]).optional(), from: z.coerce.number().int().optional() });
const list: ListSpec<Row, typeof filter> = {
  columns: [
    { key: "name", head: "名前", sort: "name", cell: (row) => row.name },
    { key: "size", head: "大きさ", unit: "人", align: "right", sort: "size", cell: (row) => row.size },
  ],
  filter,
  orders: {
    name: [
      { column: "name", of: (row) => row.name },
      { column: "id", of: (row) => row.id },
    ],
    size: [
      { column: "size", of: (row) => row.size },
      { column: "id", of: (row) => row.id },
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
    expect(pageOf(list, whole, ROWS)).toEqual({ rows: ROWS, after: undefined });
  });

  it("takes what it can't read in an address as if it were not there", () => {
    expect(read("kind=z&from=3").filter).toEqual({ from: 3 });
    expect(read("kind=a&from=").filter).toEqual({ kind: "a" });
    expect(read("sort=nonsense").sort).toBe("name");
    expect(read("after=broken").after).toBeUndefined();
    const other = pageOf(list, { sort: "size", limit: 1 }, ROWS).after!;
    expect(read(`sort=name&after=${other}`).after).toBeUndefined();
    expect(read(`sort=size&after=${other}`).after).toEqual([0, 0]);
  });

  it("is written as CSV and as XLSX with the same heads", async () => {
    const csv = await listResponse("csv", "表", list.columns, ROWS.slice(0, 1));
    expect(await csv.text()).toBe("名前,大きさ（人）\r\nn0,0\r\n");
    const xlsx = await listResponse("xlsx", "表", list.columns, [{ id: 1, name: "=1+1", size: 3 }]);
    const bytes = new Uint8Array(await xlsx.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(xlsx.headers.get("content-disposition")).toContain(encodeURIComponent("表.xlsx"));
  });
});

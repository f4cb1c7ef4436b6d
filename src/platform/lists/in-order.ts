import { type SelectQueryBuilder, sql } from "kysely";
import type { ListOrder, ListQuery } from "./list.ts";

/**
 * The query in the order of a list, from its place on, with one row more than a page to tell whether there is a next
 * one. Rows are compared as a whole, so that an index over the columns of the order finds the place.
 */
export function inOrder<DB, Tables extends keyof DB, Output>(
  query: SelectQueryBuilder<DB, Tables, Output>,
  order: ListOrder<never>,
  { sort, after, limit }: Pick<ListQuery<unknown>, "sort" | "after" | "limit">,
): SelectQueryBuilder<DB, Tables, Output> {
  const down = sort.startsWith("-");
  const direction = sql.raw(down ? "desc" : "asc");
  const columns = order.map(({ column, type }) =>
    type === "text" ? sql`${sql.ref(column)} collate "C"` : sql.ref(column),
  );
  let ordered = query.limit(limit + 1);
  for (const column of columns) ordered = ordered.orderBy(sql`${column} ${direction}`);
  return after === undefined
    ? ordered
    : ordered.where(
        sql<boolean>`(${sql.join(columns)}) ${sql.raw(down ? "<" : ">")} (${sql.join([...after])})`,
      );
}

import { expect, it } from "vitest";
import { columnsOf, fieldsOf } from "./columns.ts";

it("names columns as fields and fields as columns", () => {
  const fields = { id: "1", sizeFrom: 5 as number | null, onHolidays: true };
  const columns = columnsOf(fields);
  expect(columns.size_from).toBe(5);
  expect(columns).toEqual({ id: "1", size_from: 5, on_holidays: true });
  expect(fieldsOf<typeof fields>(columns)).toEqual(fields);
});

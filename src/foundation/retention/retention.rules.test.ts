import { expect, it } from "vitest";
import { outdatedRows } from "./retention.rules.ts";

const hangs = (child: string, parent: string, cascades = false) => ({
  child,
  parent,
  cascades,
  columns: ["area_id", `${parent}_id`],
  keys: ["area_id", "id"],
});
const purge = { after: "ended_at", period: "mail" } as const;

it("begins with the rows that hang on others, however deep, and leaves to the database what it removes itself", () => {
  const steps = outdatedRows("case", purge, [
    hangs("note", "case"),
    hangs("answer", "note"),
    hangs("piece", "case", true),
    hangs("other", "else"),
  ]);
  expect(steps.map(({ table }) => table)).toEqual(["answer", "note", "case"]);
  expect(steps[0]!.condition).toBe(
    '("area_id", "note_id") in (select "area_id", "id" from "note" where ("area_id", "case_id") in (select "area_id", "id" from "case" where "ended_at" < $1))',
  );
});

it("takes rows that hang on two that go by either", () => {
  const steps = outdatedRows("case", purge, [
    hangs("note", "case"),
    hangs("answer", "note"),
    hangs("answer", "case"),
  ]);
  expect(steps.map(({ table }) => table)).toEqual(["answer", "note", "case"]);
  expect(steps[0]!.condition).toMatch(/\) or \(/);
});

it("does not run in a circle", () => {
  expect(
    outdatedRows("case", purge, [hangs("case", "case"), hangs("note", "case"), hangs("case", "note")]),
  ).toHaveLength(2);
});

it("empties columns of rows that stay", () => {
  expect(outdatedRows("case", { ...purge, clear: { name: "", phone: "" } }, [hangs("note", "case")])).toEqual(
    [
      {
        table: "case",
        condition: `"ended_at" < $1 and ("name" <> '' or "phone" <> '')`,
        clear: { name: "", phone: "" },
      },
    ],
  );
});

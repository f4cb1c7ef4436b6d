import { expect, it } from "vitest";
import { RESOURCE_LIST, type ResourceLine } from "./resource-list.present.ts";

it("says the day of Japan on which an entry was last changed", () => {
  const column = RESOURCE_LIST.columns.find(({ key }) => key === "changedAt")!;
  expect(column.cell({ changedAt: "2026-11-30T18:20:00.000Z" } as ResourceLine)).toBe("2026-12-01");
});

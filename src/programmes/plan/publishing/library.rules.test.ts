import { expect, it } from "vitest";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type LibraryEntry, offeredTo } from "./library.rules.ts";

const HERE = "sma-32-03" as AreaId;
const entry = (title: string, areaId: string | null): LibraryEntry => ({
  id: `${areaId}-${title}`,
  areaId: areaId as AreaId | null,
  place: areaId ?? "source",
  title,
  fineKind: "training",
  kind: "staff_training",
  whoActs: [],
  organisations: [],
  audience: "",
  source: "",
});

it.each([
  ["what others published", [entry("a", null), entry("b", "14150")], ["null-a", "14150-b"]],
  ["nothing of its own", [entry("a", HERE)], []],
  ["nothing that the source tells of it", [entry("a", null), entry("b", null), entry("a", HERE)], ["null-b"]],
  ["once what went round", [entry("a", null), entry("a", "14150")], ["null-a"]],
])("an area is offered %s", (_what, library, offered) => {
  expect(offeredTo(HERE, library).map((one) => one.id)).toEqual(offered);
});

import { describe, expect, it } from "vitest";
import type { AreaId } from "#platform/kernel/ids.ts";
import { treeOf } from "./body-tree.rules.ts";
import type { PlacedBody } from "./body-tree.schema.ts";

const body = (id: string, parentId: string | null, areaId = "32" as AreaId): PlacedBody => ({
  areaId,
  id,
  kind: "other",
  name: id,
  parentId,
});
const BODIES = [
  body("group", "area"),
  body("area", "prefecture", "sma-32-03" as AreaId),
  body("prefecture", null),
  body("lost", "far away"),
  body("second", "prefecture"),
];

describe("treeOf", () => {
  it.each([
    ["nothing", [], []],
    [
      "parents before their children, what hangs on nothing known at the top",
      BODIES,
      ["prefecture 0", "area 1", "group 2", "second 1", "lost 0"],
    ],
  ])("%s", (_, bodies, wanted) => {
    expect(treeOf(bodies).map((line) => `${line.id} ${line.depth}`)).toEqual(wanted);
  });
});

import { expect, it } from "vitest";
import { backupName, outdatedBackups } from "./generations.ts";

const daily = (count: number) =>
  Array.from({ length: count }, (_, n) => backupName(new Date(Date.UTC(2026, 10, 30 - n, 18, 5, 9))));

it("names a backup by its moment", () => {
  expect(daily(1)).toEqual(["yui-2026-11-30T180509Z.backup"]);
});

it("keeps the newest of each of the last days, weeks and months", () => {
  const all = daily(100);
  const outdated = new Set(outdatedBackups(all, { days: 3, weeks: 3, months: 3 }));
  expect(all.filter((name) => !outdated.has(name))).toEqual([
    "yui-2026-11-30T180509Z.backup",
    "yui-2026-11-29T180509Z.backup",
    "yui-2026-11-28T180509Z.backup",
    "yui-2026-11-22T180509Z.backup",
    "yui-2026-10-31T180509Z.backup",
    "yui-2026-09-30T180509Z.backup",
  ]);
});

it("touches no other file, and never the newest backup", () => {
  expect(outdatedBackups(["key", "yui.txt", ...daily(2)], { days: 0, weeks: 0, months: 0 })).toEqual([
    "yui-2026-11-29T180509Z.backup",
  ]);
});

import { describe, expect, it } from "vitest";
import { judge } from "./state.rules.ts";
import type { Measures } from "./state.schema.ts";

const AT = new Date("2027-04-01T09:00:00+09:00");
const hoursAgo = (hours: number) => new Date(AT.getTime() - hours * 3_600_000);
const GIB = 1024 ** 3;

const WELL: Measures = {
  at: AT,
  disk: { free: 50 * GIB, size: 100 * GIB },
  clockMs: 12,
  mail: { waiting: 3, dueSince: hoursAgo(0.1), refused: 0 },
  jobs: { waiting: 0, failed: 0 },
  log: { waiting: 2, verifiedAt: hoursAgo(20), findings: 0 },
  backup: { count: 7, bytes: GIB, oldest: hoursAgo(24 * 7), newest: hoursAgo(8) },
  openKeys: [],
};

const statesOf = (found: Partial<Measures>, mode: "demonstration" | "production" = "production") =>
  Object.fromEntries(
    judge({ ...WELL, ...found }, mode)
      .filter(({ state }) => state !== "good")
      .map(({ part, state }) => [part, state]),
  );

describe("judge", () => {
  it("finds nothing where all is well", () => expect(statesOf({})).toEqual({}));

  it.each<[string, Partial<Measures>, Record<string, string>]>([
    ["little of a small disk", { disk: { free: 3 * GIB, size: 40 * GIB } }, { disk: "bad" }],
    ["some of a small disk", { disk: { free: 6 * GIB, size: 40 * GIB } }, { disk: "note" }],
    ["a small share of a large disk, which is much", { disk: { free: 90 * GIB, size: 2000 * GIB } }, {}],
    ["the last gibibyte", { disk: { free: GIB - 1, size: 2000 * GIB } }, { disk: "bad" }],
    ["a clock behind", { clockMs: -61_000 }, { clock: "bad" }],
    ["a clock that drifts", { clockMs: 2_500 }, { clock: "note" }],
    ["mail that waits an hour", { mail: { ...WELL.mail, dueSince: hoursAgo(1) } }, { mail: "note" }],
    ["mail that waits for hours", { mail: { ...WELL.mail, dueSince: hoursAgo(3) } }, { mail: "bad" }],
    ["a mail that no server took", { mail: { ...WELL.mail, refused: 1 } }, { mail: "note" }],
    ["a failed job", { jobs: { waiting: 0, failed: 1 } }, { jobs: "note" }],
    ["a process that works on no jobs", { jobs: undefined }, {}],
    ["a log that was changed", { log: { ...WELL.log, findings: 1 } }, { log: "bad" }],
    ["a log that nobody verified", { log: { ...WELL.log, verifiedAt: undefined } }, { log: "bad" }],
    ["entries that are not bound", { log: { ...WELL.log, waiting: 100 } }, { log: "note" }],
    ["a night without a backup", { backup: { ...WELL.backup, newest: hoursAgo(30) } }, { backup: "note" }],
    ["two nights without one", { backup: { ...WELL.backup, newest: hoursAgo(51) } }, { backup: "bad" }],
    [
      "no backup at all",
      { backup: { count: 0, bytes: 0, oldest: undefined, newest: undefined } },
      { backup: "bad" },
    ],
    ["a key that others read", { openKeys: ["/var/lib/yui/data.keys/secret"] }, { keys: "bad" }],
  ])("judges %s", (_what, found, states) => expect(statesOf(found)).toEqual(states));

  it("misses no backup and no verification in a demonstration, which holds nothing that is missed", () => {
    const found = {
      backup: { count: 0, bytes: 0, oldest: undefined, newest: undefined },
      log: { ...WELL.log, verifiedAt: undefined },
    };
    expect(statesOf(found, "demonstration")).toEqual({});
  });
});

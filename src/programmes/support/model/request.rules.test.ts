import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectOk } from "#platform/kernel/result.ts";
import { stepsFrom } from "#platform/kernel/states.ts";
import { supportPolicy } from "../access.ts";
import {
  ACTIONS,
  type Action,
  diagram,
  may,
  REQUEST,
  receiptNumber,
  replay,
  STATUSES,
  stateAfter,
  TAKEN_BY,
  wantsFiles,
  workplaceKey,
} from "./request.rules.ts";

describe("the table of states", () => {
  it("stands in the README as it is", () => {
    expect(readFileSync(new URL("../README.md", import.meta.url), "utf8")).toContain(diagram());
  });

  it("lets every state be reached and every action but the first be done somewhere", () => {
    const reached = new Set(["new"]);
    for (let round = 0; round < STATUSES.length; round += 1)
      for (const status of STATUSES)
        if (reached.has(status))
          for (const action of stepsFrom(REQUEST, status)) reached.add(expectOk(stateAfter(status, action)));
    expect([...reached].sort()).toEqual([...STATUSES].sort());
    const done = new Set<Action>(STATUSES.flatMap((status) => stepsFrom(REQUEST, status)));
    expect(ACTIONS.filter((action) => !done.has(action))).toEqual(["receive"]);
  });

  it("says of each step by which commands it is taken, and each of them is one", () => {
    for (const action of ACTIONS) {
      expect(TAKEN_BY[action]).not.toEqual([]);
      for (const command of TAKEN_BY[action]) expect(Object.keys(supportPolicy.rights)).toContain(command);
    }
  });

  it("lets nothing happen to what was withdrawn, taken over by another area or could not be met", () => {
    for (const status of ["withdrawn", "taken", "unmet"] as const)
      for (const action of ACTIONS) expect(may(status, action)).toBe(false);
  });

  it("asks a workplace for files until somebody has come", () => {
    expect(STATUSES.filter(wantsFiles)).toEqual(["new", "asking", "deciding", "waiting", "fixed"]);
  });

  it("can be told from any history", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
        const history: Action[] = ["receive"];
        let status = replay(history);
        for (const choice of choices) {
          const actions: readonly Action[] = stepsFrom(REQUEST, status);
          if (actions.length === 0) break;
          const action = actions[choice % actions.length]!;
          history.push(action);
          status = expectOk(stateAfter(status, action));
        }
        expect(replay(history)).toBe(status);
      }),
      { seed: 20_261_122 },
    );
  });
});

describe("workplaceKey", () => {
  it.each([
    ["石見窯業所", "石見窯業所"],
    ["株式会社 石見窯業所", "石見窯業所"],
    ["石見窯業所（株）", "石見窯業所"],
    ["㈱石見窯業所", "石見窯業所"],
    ["ＡＢＣ Co., Ltd.", "abc"],
  ])("%s is %s", (name, key) => expect(workplaceKey(name)).toBe(key));
});

it("gives receipt numbers without letters that are mistaken for each other", () => {
  const number = receiptNumber(Uint8Array.from([0, 31, 255, 7, 99, 128, 13, 5]));
  expect(number).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}$/);
});

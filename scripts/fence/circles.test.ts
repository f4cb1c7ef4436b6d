import type { IModule } from "dependency-cruiser";
import { expect, it } from "vitest";
import { circleProblems } from "./circles.ts";

const importing = (source: string, resolved: string, ...kinds: string[]) =>
  ({ source, dependencies: [{ resolved, dependencyTypes: ["local", ...kinds] }] }) as unknown as IModule;
const IN = "src/programmes/plan";
const THERE = importing(`${IN}/chain/goal.rules.ts`, `${IN}/report/report.rules.ts`);
const BACK = importing(`${IN}/report/report.rules.ts`, `${IN}/chain/issue.rules.ts`);

it("tells of folders of one module that import one another, through others too", () => {
  expect(circleProblems([THERE, BACK], {})).toEqual([
    expect.stringMatching(/^src\/programmes\/plan: its folders chain, report import one another/),
  ]);
  const round = importing(`${IN}/report/report.rules.ts`, `${IN}/model/plan.rules.ts`);
  const home = importing(`${IN}/model/plan.rules.ts`, `${IN}/chain/issue.rules.ts`);
  expect(circleProblems([THERE, round, home], {})[0]).toContain("chain, model, report");
});

it("is content with types, tests and other modules", () => {
  const types = importing(`${IN}/report/report.rules.ts`, `${IN}/chain/issue.schema.ts`, "type-only");
  const test = importing(`${IN}/report/report.rules.test.ts`, `${IN}/chain/issue.rules.ts`);
  const other = importing(`${IN}/report/report.rules.ts`, "src/programmes/events/chain/x.rules.ts");
  expect(circleProblems([THERE, types, test, other], {})).toEqual([]);
});

it("knows what may still be, and wants it shorter once it is mended", () => {
  expect(circleProblems([THERE, BACK], { [IN]: ["chain", "report"] })).toEqual([]);
  expect(circleProblems([THERE], { [IN]: ["chain", "report"] })).toEqual([
    expect.stringContaining("is in no circle any more"),
  ]);
  expect(circleProblems([THERE, BACK], { [IN]: ["chain"] })[0]).toContain("its folders report import");
});

import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { enterActivity } from "../activities/activity.usecases.server.ts";
import { addEvidence, createIssue } from "../chain/issue.usecases.server.ts";
import { readPlan } from "../chain/plan.queries.server.ts";
import { createInitiative, getInitiative } from "../initiatives/initiative.usecases.server.ts";
import {
  copyFromLibrary,
  findPublishedPlan,
  publishPlan,
  readLibrary,
  shippedLibrary,
} from "./published-plan.usecases.server.ts";

const app = testApp();

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("publishing", () => {
  it("shows anyone the plan as it stood, without what members said and without few people", async () => {
    const area = "sma-32-06" as AreaId;
    const clerk = person("coordinator", area);
    const { id: issueId } = expectOk(await createIssue(app, clerk, { area }, { title: "課題" }));
    expectOk(await addEvidence(app, clerk, { area, id: issueId }, { kind: "statement", text: "委員の声" }));
    expectOk(await addEvidence(app, clerk, { area, id: issueId }, { kind: "finding", text: "調査" }));
    expect(expectOk(await findPublishedPlan(app, VISITOR, { area }))).toBe(null);
    for (const participants of ["7", "12"]) {
      const title = `${participants}人の講座`;
      const { id } = expectOk(
        await createInitiative(app, clerk, { area }, { title, fineKind: "outreach_lecture" }),
      );
      const held = {
        initiativeId: id,
        kind: "outreach_lecture",
        title: "血圧と心の健康",
        from: "2026-11-10",
        host: "商工会議所",
        sessions: "1",
        participants,
        sure: true,
      };
      expectOk(await enterActivity(app, clerk, { area }, held));
    }
    expectOk(await publishPlan(app, clerk, { area }));
    expectOk(await createIssue(app, clerk, { area }, { title: "まだ出さない課題" }));
    const published = expectOk(await findPublishedPlan(app, VISITOR, { area }));
    expect(published).toMatchObject({ version: 1 });
    const issues = published!.body.chains.filter((chain) => chain.issue !== null);
    expect(issues.map((chain) => [chain.issue, chain.evidence.map((one) => one.text)])).toEqual([
      ["課題", ["調査"]],
    ]);
    const people = published!.body.chains.flatMap(({ initiative }) => initiative?.participants ?? []);
    expect(people.toSorted()).toEqual([12, "suppressed"]);
    expect(await readPlan(app, VISITOR, { area })).toMatchObject({ error: { kind: "forbidden" } });
    expectOk(await publishPlan(app, clerk, { area }));
    expect(expectOk(await findPublishedPlan(app, VISITOR, { area }))).toMatchObject({ version: 2 });
  });

  it("offers the initiatives of the source and of areas to copy from", async () => {
    expect(shippedLibrary()).toHaveLength(40);
    const area = "sma-32-07" as AreaId;
    const clerk = person("coordinator", area);
    const { id } = expectOk(await copyFromLibrary(app, clerk, { area, entry: "source-18" }));
    const copied = expectOk(await getInitiative(app, clerk, { area, id })).initiative;
    expect(copied).toMatchObject({
      kind: "overall_planning",
      fineKind: "award",
      status: "planned",
      origin: { kind: "library", label: "浜田" },
    });
    expect(copied.organisations.map((one) => one.name)).toEqual([
      "協議会",
      "労働基準監督署",
      "地域産業保健センター",
      "保健所",
    ]);
    expectOk(await publishPlan(app, clerk, { area }));
    const library = expectOk(await readLibrary(app, VISITOR, {}));
    expect(library.length).toBeGreaterThan(40);
    expect(library.at(-1)!.place).not.toBe("");
  });
});

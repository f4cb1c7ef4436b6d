import { attack, linkedPublication, loadSolver } from "@yui/healthstats";
import { beforeAll, describe, expect, it } from "vitest";
import { linkedEdition } from "#evidence/publication/public.ts";
import { type Actor, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { tables } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { getIssue, getTarget } from "#programmes/plan/public.ts";
import { NOW, testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { submitAnswer } from "../answering/answer.usecases.server.ts";
import { closeSurvey, copySurvey, openSurvey } from "../design/survey.commands.server.ts";
import { unitsOf } from "../examples.testing.ts";
import { addToFrame, drawSample } from "../frame/frame.commands.server.ts";
import { TRUTH } from "../system/generator.rules.ts";
import { loadSampleSurvey } from "../system/survey-demonstration.commands.server.ts";
import { freezeFinding, raiseFinding, targetFinding } from "./finding.commands.server.ts";
import { makeResult, publishResult, readResult } from "./result.commands.server.ts";
import { thankWorkplace } from "./thanks.queries.server.ts";

const app = testApp();
let place: { id: string; workers: string; area: AreaId; office: OrganisationId };
let clerk: Actor;
const at = (survey: string) => ({ organisation: place.office, survey });
const read = async (survey: string) => expectOk(await readResult(app, clerk, at(survey)));
type Table = Awaited<ReturnType<typeof read>>["tables"][number];
/** Told in classes too: 0.05未満 is less. */
const pOf = (table: Table) => {
  const [, p, less] = /p=(0\.\d+)(未満)?/.exec(table.test)!;
  return Number(p) - (less ? 1e-9 : 0);
};
/** The share of a group with the first choice. */
const doing = (table: Table, group: string) =>
  Number(table.rows.find(({ label }) => label === group)!.cells[0]!.share);
const tableOf = async (survey: string, key: string) =>
  (await read(survey)).tables.find((one) => one.key === key)!;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  place = expectOk(await loadSampleSurvey(app, service("demonstration"), {}));
  clerk = {
    ...{
      kind: "person",
      userId: "u-clerk" as UserId,
      name: "clerk",
      reach: [place.area],
      provenAt: new Date(NOW),
    },
    memberships: [{ organisationId: place.office, role: "coordinator", areas: [place.area] }],
  } as Actor;
  for (const survey of [place.id, place.workers]) {
    expectOk(await closeSurvey(app, clerk, at(survey)));
    expectOk(await makeResult(app, clerk, at(survey)));
  }
}, 120_000);

const freeze = async (survey: string, question: string, choices: string[], group = "") => {
  expectOk(await freezeFinding(app, clerk, at(survey), { question, choices, group }));
  return (await read(survey)).findings.at(-1)!;
};

describe("the survey of 3,411 workplaces, of which 576 answered", () => {
  it("finds the source's response rate and says which rate it is", async () => {
    const { rates, low, work } = await read(place.id);
    expect(work).toMatchObject({ frame: 3411, dispositions: { complete: 576, noReply: 2835 } });
    expect(rates[0]).toBe("RR1（完全回答のみ） 16.9％");
    expect(low).toBe(true);
  });

  it("finds 74.1, 21.2 and 9.9, each in a sentence with numbers and interval", async () => {
    const need = await freeze(place.id, "need", ["c1", "c2"]);
    expect([need.events, need.base, ((need.events / need.base) * 100).toFixed(1)]).toEqual([
      TRUTH.need,
      576,
      "74.1",
    ]);
    expect(need.sentence).toContain("事業所は74.1％でした（576件のうち427件、95％信頼区間 ");
    const idle = await freeze(place.id, "action", ["c2"]);
    expect((idle.events / idle.base) * 100).toBeCloseTo(21.2, 1);
    const own = await freeze(place.workers, "own-action", ["c2"]);
    expect((own.events / own.base) * 100).toBeCloseTo(9.9, 1);
    // Of 3,411 there are, a sixth answered: the interval is narrower than that of a sample of many.
    expect(need.upper - need.lower).toBeLessThan(0.0718);
  });

  it("finds that smaller ones do less and know nobody to ask", async () => {
    for (const key of ["action--by--size", "consult--by--size"]) {
      const table = await tableOf(place.id, key);
      expect(pOf(table)).toBeLessThan(0.05);
      expect(table.test).toMatch(/傾向検定 p=0\.001未満/);
      const [smallest, all] = [table.rows[0]!, table.rows.at(-1)!].map(({ cells }) =>
        Number(cells[0]!.share),
      );
      expect(smallest!).toBeLessThan(all!);
    }
  });

  it("finds that the young, men and the single do less for themselves", async () => {
    for (const [key, fewer] of [
      ["own-action--by--age", "20代以下"],
      ["own-action--by--sex", "男性"],
      ["own-action--by--marital", "結婚していない"],
    ] as const) {
      const table = await tableOf(place.workers, key);
      expect(pOf(table), key).toBeLessThan(0.05);
      expect(doing(table, fewer), key).toBeLessThan(doing(table, "合計"));
    }
  });

  it("finds who goes to no yearly checkup, and what goes with feeling unwell", async () => {
    const sizes = await tableOf(place.workers, "checkup--by--worker-size");
    expect(pOf(sizes)).toBeLessThan(0.05);
    expect(doing(sizes, sizes.rows[0]!.label)).toBeLessThan(doing(sizes, "合計"));
    for (const key of ["feels-healthy--by--time", "feels-healthy--by--teamwork"]) {
      const table = await tableOf(place.workers, key);
      expect(pOf(table), key).toBeLessThan(0.05);
      // Who has time, or works well with others, feels well more often than all.
      expect(doing(table, table.rows[0]!.label), key).toBeGreaterThan(doing(table, "合計"));
    }
  });
});

describe("what follows from it", () => {
  const target = {
    item: "取り組んでいない事業所を減らす",
    direction: "at_most",
    targetYear: "2014",
    targetValue: "11",
  };

  it("asks for a reason before a wave that few answered becomes a baseline, and then makes the target", async () => {
    const idle = await freeze(place.id, "action", ["c2"]);
    const on = { ...at(place.id), finding: idle.id };
    expect(await targetFinding(app, clerk, on, target)).toMatchObject({
      error: { fields: { reason: [expect.stringContaining("16.9％")] } },
    });
    const made = expectOk(await targetFinding(app, clerk, on, { ...target, reason: "ほかに資料がないため" }));
    const row = expectOk(await getTarget(app, clerk, { area: place.area, id: made.target }));
    expect(row).toMatchObject({ baselineValue: 21.2, baselineYear: 2009, targetValue: 11 });
  });

  it("becomes evidence of an issue", async () => {
    const { findings } = await read(place.id);
    const on = { ...at(place.id), finding: findings[0]!.id };
    const { issue } = expectOk(
      await raiseFinding(app, clerk, on, { title: "小さな事業所の取組が少ない", issue: "" }),
    );
    const found = expectOk(await getIssue(app, clerk, { area: place.area, id: issue }));
    expect(found.evidence).toMatchObject([{ kind: "finding", text: findings[0]!.sentence }]);
  });

  it("goes out to everybody as it was made, and no hidden count comes back from all its tables together", async () => {
    expectOk(await publishResult(app, clerk, at(place.id)));
    const { content, counts } = await withPermit(
      app,
      clerk,
      (permit) =>
        tables(permit)
          .selectFrom("publicationEdition as edition")
          .innerJoin("publicationCounts as counted", (join) =>
            join
              .onRef("counted.publication", "=", "edition.publication")
              .onRef("counted.number", "=", "edition.number"),
          )
          .select(["edition.content", "counted.counts"])
          .where("edition.publication", "=", `survey-${place.id}`)
          .executeTakeFirstOrThrow(),
      place.area,
    );
    const solver = await loadSolver();
    const seen = linkedPublication(
      [linkedEdition({ content: JSON.parse(content), counts: JSON.parse(counts) })],
      { hidesZero: true },
    );
    const hidden = attack(seen.publication, solver);
    expect(hidden.length).toBeGreaterThan(5);
    for (const { cell, low, high } of hidden) {
      expect(high).toBeGreaterThan(low);
      if (seen.values[cell]! < 10) expect(high).toBeGreaterThanOrEqual(10);
    }
  });

  it("tells who answered how others of its trade answered, as the published table has it", async () => {
    const units = await unitsOf(app, clerk, at(place.id));
    const answered = units.filter(({ disposition }) => disposition === "complete").slice(0, 25);
    const table = await tableOf(place.id, "need--by--industry");
    const published = new Set(table.rows.flatMap(({ cells }) => cells.map(({ share }) => `${share}％`)));
    const told: string[] = [];
    for (const { id } of answered) {
      const holder = {
        kind: "holder",
        purpose: "survey",
        area: place.area,
        subject: id,
        detail: {},
      } as const;
      const { lines } = expectOk(await thankWorkplace(app, holder, { held: id }));
      told.push(lines.find(({ name }) => name === "need")?.industry ?? "―");
    }
    const shown = told.filter((one) => one !== "―");
    expect(shown.length).toBeGreaterThan(0);
    for (const one of shown) expect(published).toContain(one);
  });

  it("moves the target and its class by the next wave, where the same was asked", async () => {
    const [before] = (await read(place.id)).findings.filter(({ targetId }) => targetId);
    const id = newId() as string;
    expectOk(await copySurvey(app, clerk, { ...at(place.id), as: id }, {}));
    const lines = Array.from(
      { length: 300 },
      (_, n) => `次回の事業所${n},${(n % 5) * 12 + 2},製造業,見本市`,
    ).join("\n");
    expectOk(await addToFrame(app, clerk, at(id), { from: "typed", lines }));
    expectOk(await drawSample(app, clerk, at(id), { way: "all", seed: "1", sure: true }));
    expectOk(await openSurvey(app, clerk, at(id)));
    const units = await unitsOf(app, clerk, at(id));
    for (const [n, unit] of units.entries()) {
      const holder = {
        kind: "holder",
        purpose: "survey",
        area: place.area,
        subject: unit.id,
        detail: {},
      } as const;
      const sent = {
        size: `c${(n % 5) + 1}`,
        industry: "c3",
        action: n % 25 < 3 ? "c2" : "c1",
        need: "c1",
        consult: "c1",
      };
      expectOk(await submitAnswer(app, holder, { held: unit.id }, sent));
    }
    expectOk(await closeSurvey(app, clerk, at(id)));
    expect(expectOk(await makeResult(app, clerk, at(id)))).toMatchObject({ moved: 1 });
    const row = expectOk(await getTarget(app, clerk, { area: place.area, id: before!.targetId! }));
    expect(row.values).toMatchObject([{ fiscalYear: 2010, value: 12 }]);
    expect(row.class).toMatch(/^B/);
    const waves = (await read(id)).tables.find(({ key }) => key === "action")!.waves;
    expect(waves[1]).toMatch(/前回 21\.2％ → 今回 12\.0％（p=0\.001未満）/);
  });
});

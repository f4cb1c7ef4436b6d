import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RouterContextProvider } from "react-router";
import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { actorContext } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { appContext } from "#platform/web/context.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { agreementAt, csvOf, takeIn } from "../checkup.testing.ts";
import { SAMPLE_HEADER, sampleRows } from "../demonstration/checkup-sample.rules.ts";
import { loader as file } from "../pages/question-file.tsx";
import { readPicture } from "../picture/checkup-picture.queries.server.ts";
import { CheckupQuestion } from "../questions/checkup-question.schema.ts";
import { askCheckups, deleteQuestion, saveQuestion } from "../questions/checkup-question.usecases.server.ts";
import { publishCheckups, readEditionForm } from "./checkup-edition.usecases.server.ts";

const base = testApp();
let app: App;
let nhi: string;
const AREA = "sma-32-02" as AreaId;
const analyst = person("analyst", AREA);
const clerk = person("coordinator", AREA);
const sample = { year: 2025, municipalities: ["32202", "32207"] };

const ask = async (told: object, actor = clerk) =>
  expectOk(await askCheckups(app, actor, { area: AREA, question: CheckupQuestion.parse(told) }));

beforeAll(async () => {
  app = { ...base, config: { ...base.config, dataFolder: await mkdtemp(join(tmpdir(), "yui-checkups-")) } };
  await loadReferenceAreas(app);
  nhi = await agreementAt(app, analyst, AREA);
  const society = await agreementAt(app, analyst, AREA, {
    ...{ provider: "見本健保", kind: "employees", smallest: "20", combine: ["workplace-size"] },
  });
  const rows = sampleRows({ ...sample, seed: 1, persons: 4000, ages: [40, 74], workplace: false });
  await takeIn({ app, actor: analyst, area: AREA, agreement: nhi }, csvOf(SAMPLE_HEADER, rows));
  const workers = sampleRows({ ...sample, seed: 2, persons: 3000, ages: [35, 64], workplace: true });
  await takeIn({ app, actor: analyst, area: AREA, agreement: society }, csvOf(SAMPLE_HEADER, workers));
  expectOk(await publishCheckups(app, analyst, { area: AREA }, { year: 2025 }));
}, 120_000);

it("publishes by the strictest agreement: nothing from 1 to 19, and only crossings that all allow", async () => {
  const form = expectOk(await readEditionForm(app, clerk, { area: AREA }));
  expect(form).toMatchObject({ smallest: 20, combinesTowns: false, mayPublish: false });
  for (const group of ["age", "sex"]) {
    const { answer } = await ask({ groups: [group], indicator: "smoking" });
    for (const { source, found, examined } of answer!.rows)
      for (const cell of [found, examined])
        if (cell !== null) expect(cell).toBeGreaterThanOrEqual(source === "workplace" ? 20 : 10);
  }
});

it("answers by adding up cells of the edition, and refuses with a reason what it does not lay out", async () => {
  const whole = await ask({ source: "regional" });
  expect(whole.answer!.rows).toMatchObject([{ source: "regional", labels: [], examined: 4000 }]);
  const bySex = await ask({ source: "regional", groups: ["sex"] });
  expect(bySex.answer!.rows.reduce((sum, row) => sum + (row.examined ?? 0), 0)).toBe(4000);
  expect(bySex.answer!.tests[0]!.test!.p).toBeGreaterThanOrEqual(0);
  const towns = await ask({ groups: ["municipality"] });
  expect(towns.answer!.rows.map(({ source }) => source)).toEqual(Array(2).fill("regional"));
  expect(towns.answer!.refused).toMatchObject([
    { source: "workplace", reason: expect.stringContaining("市町村") },
  ]);
  const crossed = await ask({ source: "regional", groups: ["municipality", "age"] });
  expect(crossed.answer!.rows).toEqual([]);
  expect(crossed.answer!.refused[0]!.reason).toContain("公表した版にありません");
  const stages = await ask({ source: "regional", groups: ["municipality", "stage"] });
  expect(stages.answer!.rows.map(({ labels }) => labels)).toContainEqual(["浜田市", "40～64歳"]);
});

it("gives no number where a cell that it needs is hidden", async () => {
  const { answer } = await ask({
    ...{ groups: ["sex", "age"], source: "regional", indicator: "urine_glucose" },
  });
  const hidden = answer!.rows.filter(({ found }) => found === null);
  expect(hidden.length).toBeGreaterThan(0);
  for (const { share } of hidden) expect(share).toBeNull();
});

it("keeps a question without its year, and forgets it when asked to", async () => {
  const { id } = expectOk(
    await saveQuestion(
      app,
      clerk,
      { area: AREA },
      { title: "喫煙", question: "?indicator=smoking&group=sex" },
    ),
  );
  expect((await ask({})).saved).toMatchObject([{ id, question: { indicator: "smoking", groups: ["sex"] } }]);
  expectOk(await deleteQuestion(app, clerk, { area: AREA, id }));
  expect((await ask({})).saved).toEqual([]);
});

it("shows everybody the regional beside the workplace side, adjusted to one population", async () => {
  const { pictures } = expectOk(await readPicture(app, VISITOR, { area: AREA }));
  const pressure = pictures.find(({ key }) => key === "blood_pressure")!;
  const [regional, workplace] = pressure.sources;
  expect(regional).toMatchObject({ source: "regional", examined: 4000 });
  expect(regional!.adjusted!.lower).toBeLessThan(regional!.adjusted!.value);
  expect(regional!.retirement).not.toBeNull();
  // Nobody of 70 is insured at work: what can't be compared is not made up.
  expect(workplace).toMatchObject({ source: "workplace", adjusted: null });
  expect(workplace!.sizes!.interval.lower).toBeLessThan(workplace!.sizes!.interval.upper);
});

it("makes no new edition of the same counts", async () => {
  const before = await ask({});
  expectOk(await publishCheckups(app, analyst, { area: AREA }, { year: 2025 }));
  expect((await ask({})).editions).toEqual(before.editions);
});

it("shows the towns against the whole area, with what their ages would make expected", async () => {
  const { pictures } = expectOk(await readPicture(app, VISITOR, { area: AREA }));
  const { towns, adjustedBy } = pictures.find(({ key }) => key === "blood_pressure")!;
  expect(adjustedBy).toBe("sexAndAge");
  expect(towns.map(({ name }) => name)).toEqual(["浜田市", "江津市"]);
  const sum = (of: "observed" | "expected") => towns.reduce((all, town) => all + town[of]!, 0);
  // In whole persons of each town.
  expect(Math.abs(sum("expected") - sum("observed"))).toBeLessThanOrEqual(1);
  for (const { ratio, smoothed } of towns) {
    expect(ratio!.lower).toBeLessThan(ratio!.value);
    expect(Math.abs(smoothed! - 100)).toBeLessThanOrEqual(Math.abs(ratio!.value - 100) + 1e-9);
  }
});

it("writes what is hidden as a word into its files, never as 0", async () => {
  const context = new RouterContextProvider();
  context.set(appContext, app);
  context.set(actorContext, clerk);
  const address =
    "/areas/x/checkups/questions.csv?indicator=urine_glucose&source=regional&group=sex&second=age";
  const url = new URL(address, "http://localhost");
  const response = await file({ context, params: { area: AREA }, url, request: new Request(url) } as never);
  const lines = (await response.text()).trim().split("\n").slice(1);
  const hidden = lines.filter((line) => line.includes("秘匿"));
  expect(hidden.length).toBeGreaterThan(0);
  for (const line of lines) expect(line.split(",").slice(3)).not.toContain("0");
});

it("keeps an edition as it went out, whatever is corrected or taken back afterwards", async () => {
  const before = await ask({ source: "regional", groups: ["sex"] });
  await takeIn(
    { app, actor: analyst, area: AREA, agreement: nhi },
    csvOf(SAMPLE_HEADER, sampleRows({ ...sample, seed: 3, persons: 300, ages: [40, 74], workplace: false })),
  );
  expect((await ask({ source: "regional", groups: ["sex"] })).answer).toEqual(before.answer);
  expectOk(await publishCheckups(app, analyst, { area: AREA }, { year: 2025 }));
  const after = await ask({ source: "regional" });
  expect(after.answer!.rows[0]!.examined).toBe(4300);
  expect(after.editions.map(({ number }) => number)).toEqual([2, 1]);
});

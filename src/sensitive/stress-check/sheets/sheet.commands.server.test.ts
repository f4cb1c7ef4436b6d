import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { submitAnswer } from "../answering/answer.usecases.server.ts";
import { workerDoor } from "../answering/door.usecases.server.ts";
import { enterPaper } from "../answering/paper.commands.server.ts";
import { loadDemonstrationStress } from "../demonstration/stress-sample.usecases.server.ts";
import { employerOf, runAt, sheet, staffOf } from "../examples.testing.ts";
import { readResult, reportInterview } from "../interviews/interview.usecases.server.ts";
import { printNotice } from "../prints/notice.queries.server.ts";
import { printResults, printSlips, tellResults } from "../prints/slip.commands.server.ts";
import { noteMeasure, noteReview } from "../runs/own.commands.server.ts";
import { readOwn, readWorkplace, stressToday } from "../runs/run.queries.server.ts";
import { makeSheets } from "./sheet.commands.server.ts";

const app = testApp();
const CLINIC = HEALTH_CENTRE;
const IMPLEMENTER = worker(CLINIC, "implementer");
const place = { app, area: HAMADA, organisation: CLINIC };
const own = async (workplace: string) =>
  expectOk(await readOwn(app, employerOf(HAMADA, workplace), { held: workplace }));

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

it("tells an employer no more than nine of twelve, and no later answer makes a sheet of them", async () => {
  const { at, workplace, codes } = await runAt(place, "closed", { answers: 9 });
  expect(await makeSheets(app, IMPLEMENTER, at)).toMatchObject({
    error: { kind: "conflict", message: expect.stringContaining("10人に満たない") },
  });
  const { workers, sheets } = await own(workplace);
  expect(workers.filter(({ taken }) => taken)).toHaveLength(9);
  expect(sheets).toEqual([]);
  const { holder, held } = workerDoor(codes.at(-1)!);
  expect(await submitAnswer(app, holder, { held }, sheet(true))).toMatchObject({
    error: { kind: "conflict" },
  });
});

it("sets a sheet beside that of the year before", async () => {
  const first = await runAt(place, "closed", { fiscalYear: "2025" });
  expectOk(await makeSheets(app, IMPLEMENTER, first.at));
  expect((await own(first.workplace)).sheets[0]!.sheet.before).toBeUndefined();
  // Another of the same name is another one.
  const other = await runAt(place, "closed", { fiscalYear: "2026" });
  expectOk(await makeSheets(app, IMPLEMENTER, other.at));
  expect((await own(other.workplace)).sheets[0]!.sheet.before).toBeUndefined();
  const next = await runAt(place, "closed", { fiscalYear: "2026", lines: "" });
  expectOk(await makeSheets(app, IMPLEMENTER, next.at));
  const [made] = (await own(next.workplace)).sheets;
  expect(made!.sheet.before).toMatchObject({ fiscalYear: 2025, respondents: 10 });
  expect(made!.sheet.before!.total).toBe((await own(first.workplace)).sheets[0]!.sheet.risk.total);
});

it("prints slips with new codes, a result for everyone, and notices in each language", async () => {
  const { at, workplace, codes } = await runAt(place, "answered");
  const target = { ...at, workplace };
  const isPdf = (file: { content: Uint8Array }) =>
    Buffer.from(file.content.slice(0, 5)).toString() === "%PDF-";
  expect(await printSlips(app, IMPLEMENTER, target, {})).toMatchObject({ error: { kind: "conflict" } });
  // On paper, which is told once it was handed over, and not by being printed.
  const paper = { number: "1002", sex: "none", figures: "2".repeat(57) };
  for (const entry of ["1", "2"]) expectOk(await enterPaper(app, IMPLEMENTER, at, { ...paper, entry }));
  expect(isPdf(expectOk(await printResults(app, IMPLEMENTER, target)))).toBe(true);
  const told = async () =>
    expectOk(await readWorkplace(app, IMPLEMENTER, target)).workers.map(({ toldOn }) => toldOn);
  expect((await told()).slice(0, 2)).toEqual(["2026-11-22", null]);
  expect(expectOk(await tellResults(app, IMPLEMENTER, target))).toEqual({ told: 1 });
  expect((await told()).slice(0, 2)).toEqual(["2026-11-22", "2026-11-22"]);
  const employer = employerOf(HAMADA, workplace);
  const { languages } = await own(workplace);
  expect(languages.map(({ code }) => code)).toEqual(["ja", "easy", "en"]);
  for (const { code } of languages)
    for (const paper of ["notice", "rules"] as const)
      expect(
        isPdf(expectOk(await printNotice(app, employer, { held: workplace, paper, language: code }))),
        `${paper} ${code}`,
      ).toBe(true);
  // New slips end the codes that were given before.
  expect(isPdf(expectOk(await printSlips(app, IMPLEMENTER, target, { which: "all" })))).toBe(true);
  const { holder, held } = workerDoor(codes[0]!);
  expect(await readResult(app, holder, { held })).toMatchObject({ error: { kind: "not-found" } });
});

it("reminds the implementer of what is due, and has the measure looked at again", async () => {
  const { at, workplace } = await runAt(place, "asked");
  const doctor = staffOf(place, CLINIC, "interview_doctor");
  const dues = async (day: string) => {
    const later = { ...app, clock: fixedClock(`${day}T01:00:00Z`) };
    const items = expectOk(await stressToday(later, IMPLEMENTER, {}));
    return items.filter(({ action }) => action?.to.endsWith(workplace)).map(({ title }) => title);
  };
  expect(await dues("2026-11-22")).toEqual([]);
  expect(await dues("2026-12-20")).toEqual(["「見本製作所」面接指導の期限が近づいています"]);
  const report = { interviewOn: "2026-11-22", report: "見本", class: "usual", measures: "見本" };
  const employer = employerOf(HAMADA, workplace);
  const request = (await own(workplace)).requests[0]!.id;
  expectOk(await reportInterview(app, doctor, { organisation: CLINIC, request }, report));
  const review = { request, review: "残業はなくなった", reviewedOn: "2026-11-22" };
  expect(await noteReview(app, employer, { held: workplace }, review)).toMatchObject({
    error: { kind: "conflict" },
  });
  const measure = { request, measure: "残業なし", workerToldOn: "2026-11-22" };
  expectOk(await noteMeasure(app, employer, { held: workplace }, measure));
  expect(await dues("2027-02-20")).toEqual(["「見本製作所」就業上の措置の見直しの期限が近づいています"]);
  expectOk(await noteReview(app, employer, { held: workplace }, review));
  expect((await own(workplace)).requests[0]).toMatchObject({ review: "残業はなくなった" });
  expect(await dues("2027-02-20")).toEqual([]);
  const seen = expectOk(await readWorkplace(app, IMPLEMENTER, { ...at, workplace }));
  expect(seen.workers.every(({ due }) => due === undefined)).toBe(true);
});

it("fills the sample area with the year before and this year, once", async () => {
  expect(await loadDemonstrationStress(app)).toEqual({ runs: 2 });
  expect(await loadDemonstrationStress(app)).toEqual({ runs: 0 });
});

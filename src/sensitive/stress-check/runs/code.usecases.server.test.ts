import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { readForm } from "../answering/answer.usecases.server.ts";
import { workerDoor } from "../answering/door.usecases.server.ts";
import { employerOf, JOIN, runAt, TOLD } from "../examples.testing.ts";
import { CODES } from "../model/stress.messages.ts";
import { printSlips } from "../prints/slip.commands.server.ts";
import { joinRun } from "./own.commands.server.ts";
import { addJointWorkplaces, closeRun, giveCodes, openRun, startJointRun } from "./run.commands.server.ts";
import { readOwn, readRun, readWorkplace } from "./run.queries.server.ts";

const app = testApp();
const IMPLEMENTER = worker(HEALTH_CENTRE, "implementer");
const CHAMBER = sampleOrganisationId(HAMADA, "各自治区商工会");
const ORGANISER = worker(CHAMBER, "organiser");

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const opens = async (code: string) => {
  const { holder, held } = workerDoor(code);
  return (await readForm(app, holder, { held })).ok;
};

async function open() {
  const { at, workplace, codes } = await runAt({ app, area: HAMADA, organisation: HEALTH_CENTRE }, "open");
  const target = { ...at, workplace };
  const { workers } = expectOk(await readWorkplace(app, IMPLEMENTER, target));
  return { at, target, codes, workers };
}

it("says so where everybody has a code, on the page and for the slips", async () => {
  const { target } = await open();
  const none = { error: { kind: "conflict", message: CODES.none } };
  expect(await giveCodes(app, IMPLEMENTER, target, {})).toMatchObject(none);
  expect(await printSlips(app, IMPLEMENTER, target, { which: "missing" })).toMatchObject(none);
});

it("gives one who lost theirs a new code, which ends the old one and nobody else's", async () => {
  const { target, codes, workers } = await open();
  const [first, second] = codes;
  const { slips } = expectOk(await giveCodes(app, IMPLEMENTER, target, { which: workers[0]!.id }));
  expect(slips.map(({ name }) => name)).toEqual([workers[0]!.name]);
  expect(await opens(first!)).toBe(false);
  expect(await opens(slips[0]!.code)).toBe(true);
  expect(await opens(second!)).toBe(true);
  for (const which of ["", newId()])
    expect(await giveCodes(app, IMPLEMENTER, target, { which })).toMatchObject({
      error: { fields: { which: [expect.anything()] } },
    });
  expect(expectOk(await giveCodes(app, IMPLEMENTER, target, { which: "all" })).slips).toHaveLength(10);
  expect(await opens(second!)).toBe(false);
});

it("gives none in a run that has ended", async () => {
  const { at, target } = await open();
  expect(expectOk(await readWorkplace(app, IMPLEMENTER, target)).mayGive).toBe(true);
  expectOk(await closeRun(app, IMPLEMENTER, at));
  expect(expectOk(await readWorkplace(app, IMPLEMENTER, target)).mayGive).toBe(false);
  expect(await giveCodes(app, IMPLEMENTER, target, { which: "all" })).toMatchObject({
    error: { kind: "conflict" },
  });
});

it("asks about the joint sheet in a joint run alone", async () => {
  const { joint: _, ...unsaid } = JOIN;
  const single = await runAt({ app, area: HAMADA, organisation: HEALTH_CENTRE }, "draft");
  const alone = employerOf(HAMADA, single.workplace);
  expectOk(await joinRun(app, alone, { held: single.workplace }, unsaid));
  expect(expectOk(await readOwn(app, alone, { held: single.workplace })).workplace.joint).toBe(false);

  const run = newId() as string;
  const at = { organisation: CHAMBER, run };
  const told = { ...TOLD, kind: "association", implementer: HEALTH_CENTRE, interviewOffice: "" };
  expect(await startJointRun(app, ORGANISER, at, { ...told, implementer: "" })).toMatchObject({
    error: { fields: { implementer: ["実施者を選んでください。"] } },
  });
  expectOk(await startJointRun(app, ORGANISER, at, told));
  expectOk(await addJointWorkplaces(app, ORGANISER, at, { lines: "甲商店,6" }));
  const { workplaces } = expectOk(await readRun(app, IMPLEMENTER, { organisation: HEALTH_CENTRE, run }));
  const held = workplaces[0]!.id;
  const employer = employerOf(HAMADA, held);
  expect(await joinRun(app, employer, { held }, unsaid)).toMatchObject({
    error: { fields: { joint: ["「合同の集計」を選択してください。"] } },
  });
  expectOk(await joinRun(app, employer, { held }, JOIN));
  expectOk(await openRun(app, IMPLEMENTER, { organisation: HEALTH_CENTRE, run }));
});

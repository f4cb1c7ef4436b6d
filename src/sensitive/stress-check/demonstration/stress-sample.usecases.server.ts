import type { Actor, Role } from "#foundation/actors/public.ts";
import { sampleOrganisationId } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, namedId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { submitAnswer } from "../answering/answer.usecases.server.ts";
import { workerDoor } from "../answering/door.usecases.server.ts";
import { askForInterview } from "../interviews/interview.usecases.server.ts";
import { joinRun, nameWorkers } from "../runs/own.commands.server.ts";
import {
  addJointWorkplaces,
  closeRun,
  giveCodes,
  openRun,
  startJointRun,
} from "../runs/run.commands.server.ts";
import { listJointRuns, readJointRun, readRun } from "../runs/run.queries.server.ts";
import { makeSheets } from "../sheets/sheet.commands.server.ts";
import { sampleAnswers } from "./stress-sample.rules.ts";

const HAMADA = "sma-32-02" as AreaId;
const CLINIC = sampleOrganisationId(HAMADA, "島根県環境保健公社浜田支部");
const CHAMBER = sampleOrganisationId(HAMADA, "浜田商工会議所");
const CENTRE = sampleOrganisationId(HAMADA, "浜田地域産業保健センター");
const WORKPLACES = [6, 7, 12];
const NAMES = ["見本商店", "見本工務店", "見本製作所"];

const staff = (app: App, organisationId: OrganisationId, role: Role): Actor => ({
  ...{ kind: "person", userId: "demonstration" as UserId, name: "見本", reach: [HAMADA] },
  memberships: [{ organisationId, role, areas: [HAMADA] }],
  provenAt: app.clock.now(),
});

/**
 * Two joint runs of three invented workplaces of Hamada: that of the year before, closed and with its sheet, and this
 * year's, in which some have answered and one asked for an interview. Once, and never again.
 */
export async function loadDemonstrationStress(app: App): Promise<{ runs: number }> {
  const organiser = staff(app, CHAMBER, "organiser");
  if (expectOk(await listJointRuns(app, organiser, { organisation: CHAMBER })).runs.length > 0)
    return { runs: 0 };
  const year = fiscalYearOf(app.clock.today());
  const before = { ...app, clock: fixedClock(`${year - 1}-11-10T01:00:00Z`) };
  const past = await load(before, year - 1, 25);
  expectOk(await closeRun(before, past.implementer, past.at));
  expectOk(await makeSheets(before, past.implementer, past.at));
  const { codes } = await load(app, year, 11);
  const { holder, held } = workerDoor(codes[0]!);
  expectOk(await askForInterview(app, holder, { held }, { told: "yes" }));
  return { runs: 2 };
}

async function load(app: App, fiscalYear: number, answers: number) {
  const run = namedId("stress run", HAMADA, String(fiscalYear)) as string;
  const [implementer, organiser] = [staff(app, CLINIC, "implementer"), staff(app, CHAMBER, "organiser")];
  const [at, joint] = [
    { organisation: CLINIC, run },
    { organisation: CHAMBER, run },
  ];
  const told = {
    ...{ title: `${fiscalYear}年度 合同ストレスチェック（見本）`, kind: "association", method: "totals" },
    ...{ fiscalYear: String(fiscalYear), closesOn: "", contact: "見本の窓口" },
    ...{ implementer: CLINIC, interviewOffice: CENTRE },
  };
  expectOk(await startJointRun(app, organiser, joint, told));
  const { earlier } = expectOk(await readJointRun(app, organiser, joint));
  const lines = earlier.length > 0 ? "" : NAMES.map((name, nth) => `${name},${WORKPLACES[nth]}`).join("\n");
  expectOk(
    await addJointWorkplaces(app, organiser, joint, { lines, earlier: earlier.map(({ value }) => value) }),
  );
  const codes: string[] = [];
  for (const { id: workplace, name } of expectOk(await readRun(app, implementer, at)).workplaces) {
    const door = { held: workplace };
    const employer: Actor = {
      ...{ kind: "holder", purpose: "stress-workplace", area: HAMADA, subject: workplace, detail: {} },
    };
    const join = {
      ...{
        heardOn: addDays(app.clock.today(), -20) as string,
        heard: "朝礼で説明し、意見はなかった",
        contact: "総務担当",
      },
      ...{ personnel: "none", joint: "yes" },
    };
    expectOk(await joinRun(app, employer, door, join));
    const size = WORKPLACES[NAMES.indexOf(name)]!;
    const workers = Array.from({ length: size }, (_, nth) => `${name}の従業員${nth + 1}`);
    expectOk(await nameWorkers(app, employer, door, { lines: workers.join("\n") }));
    const { slips } = expectOk(await giveCodes(app, implementer, { ...at, workplace }, {}));
    codes.push(...slips.map(({ code }) => code));
  }
  expectOk(await openRun(app, implementer, at));
  for (const [nth, code] of codes.slice(0, answers).entries()) {
    const { holder, held } = workerDoor(code);
    expectOk(await submitAnswer(app, holder, { held }, sampleAnswers(nth)));
  }
  return { at, implementer, codes };
}

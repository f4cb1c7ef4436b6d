import {
  type Example,
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { workerDoor } from "./answering/door.usecases.server.ts";
import { employerOf, JOIN, joined, runAt, type Stage, sheet, staffOf, TOLD } from "./examples.testing.ts";
import { listInterviews, reportInterview } from "./interviews/interview.usecases.server.ts";
import { noteMeasure } from "./runs/own.commands.server.ts";
import { addJointWorkplaces, createRun, startJointRun } from "./runs/run.commands.server.ts";
import { listJointRuns, readOwn } from "./runs/run.queries.server.ts";

const anywhere: Examples[string] = standing(() => ({ target: {} }));
const office: Examples[string] = standing(({ organisation }) => ({ target: { organisation } }));

const ofRun = (stage: Stage, input?: unknown, more: "run" | "workplace" = "run"): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const { at, workplace } = await runAt(place, stage);
    return { target: more === "workplace" ? { ...at, workplace } : at, input };
  });

/** A joint run that the place's organisation brings together, carried out by another office. */
async function jointAt({ app, area, organisation }: ExamplePlace) {
  const run = { organisation, run: newId() as string };
  const organiser = staffOf({ app, area }, organisation, "organiser");
  const { offices } = expectOk(await listJointRuns(app, organiser, { organisation }));
  const implementer = offices.find(({ value }) => value !== organisation)?.value ?? "";
  const told = { ...TOLD, kind: "association", implementer, interviewOffice: "" };
  const begun = await startJointRun(app, organiser, run, told);
  if (begun.ok) expectOk(await addJointWorkplaces(app, organiser, run, { lines: "見本商店,6" }));
  return { run, told };
}

const ofWorkplace = (stage: Stage, input?: unknown): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const { workplace } = await runAt(place, stage);
    return { target: { held: workplace }, input, holds: { "stress-workplace": workplace } };
  });

const byCode = (stage: Stage, input?: unknown): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const { held } = workerDoor((await runAt(place, stage)).codes[0]!);
    return { target: { held }, input, holds: { "stress-code": held } };
  });

const REPORT = { interviewOn: "2026-11-22", report: "見本", class: "usual", measures: "見本" };
const doctorOf = ({ app, area, organisation }: ExamplePlace) =>
  staffOf({ app, area }, organisation, "interview_doctor");
async function requestOf(place: ExamplePlace) {
  await runAt(place, "asked");
  const { organisation } = place;
  const requests = expectOk(await listInterviews(place.app, doctorOf(place), { organisation }));
  return { organisation, request: requests.at(-1)!.id };
}
const ofRequest = (): Examples[string] =>
  standing(async (place): Promise<Example> => ({ target: await requestOf(place) }));

/** A request with an opinion, and what the employer does on it. */
async function measured(place: ExamplePlace) {
  const { workplace } = await runAt(place, "asked");
  const employer = employerOf(place.area, workplace);
  const { requests } = expectOk(await readOwn(place.app, employer, { held: workplace }));
  const request = requests[0]!.id;
  const target = { organisation: place.organisation, request };
  expectOk(await reportInterview(place.app, doctorOf(place), target, REPORT));
  return {
    ...{ target: { held: workplace }, holds: { "stress-workplace": workplace } },
    input: { request, measure: "見本", workerToldOn: "2026-11-22" },
  };
}

/** How the role matrix tries each command and query. */
export const examples: Examples = {
  "stress-run.list-offices": anywhere,
  "stress-run.read-today": anywhere,
  "stress-run.count": anywhere,
  "stress-run.list": office,
  "stress-run.create": standing(({ organisation }) => ({
    target: { organisation, run: newId() },
    input: { ...TOLD, kind: "single" },
  })),
  "stress-run.read": ofRun("open"),
  "stress-run.open": standing(async (place): Promise<Example> => {
    const { at, workplace } = await runAt(place, "draft");
    const staff = staffOf(place, place.organisation, "implementer");
    await joined(place.app, staff, { ...at, area: place.area }, workplace, ["見本の従業員"]);
    return { target: at };
  }),
  "stress-run.close": ofRun("open"),
  "stress-run.forget": standing(async (place): Promise<Example> => {
    const clock = fixedClock("2019-04-01T01:00:00Z");
    const { at } = await runAt({ ...place, app: { ...place.app, clock } }, "closed", {
      heardOn: "2019-03-01",
    });
    return { target: at };
  }),
  "stress-joint.list": office,
  "stress-joint.start": standing(async (place) => ({
    target: { organisation: place.organisation, run: newId() },
    input: (await jointAt(place)).told,
  })),
  "stress-joint.read": standing(async (place) => ({ target: (await jointAt(place)).run })),
  "stress-joint.add": standing(async (place) => ({
    target: (await jointAt(place)).run,
    input: { lines: "見本工務店,7" },
  })),
  "stress-workplace.add": standing(async (place): Promise<Example> => {
    const at = { organisation: place.organisation, run: newId() as string };
    const staff = staffOf(place, place.organisation, "implementer");
    expectOk(await createRun(place.app, staff, at, { ...TOLD, kind: "branches" }));
    return { target: at, input: { lines: "見本支店,4" } };
  }),
  "stress-workplace.read": ofRun("open", undefined, "workplace"),
  "stress-workplace.give-link": ofRun("draft", {}, "workplace"),
  "stress-code.give": ofRun("open", { which: "all" }, "workplace"),
  "stress-code.print": ofRun("open", { which: "all" }, "workplace"),
  "stress-result.print": ofRun("answered", undefined, "workplace"),
  "stress-result.tell": ofRun("answered", undefined, "workplace"),
  "stress-paper.enter": ofRun("open", { number: "1001", entry: "1", sex: "none", figures: "2".repeat(57) }),
  "stress-sheet.make": ofRun("closed"),
  "stress-own.read": ofWorkplace("open"),
  "stress-own.join": ofWorkplace("draft", JOIN),
  "stress-own.decline": ofWorkplace("draft"),
  "stress-own.name-workers": ofWorkplace("open", { lines: "見本の従業員11" }),
  "stress-own.note-step": ofWorkplace("open", { number: "1", doneOn: "2026-11-01", remark: "" }),
  "stress-own.print-notice": standing(async (place): Promise<Example> => {
    const { workplace } = await runAt(place, "open");
    const target = { held: workplace, paper: "notice", language: "ja" };
    return { target, holds: { "stress-workplace": workplace } };
  }),
  "stress-own.note-review": standing(async (place): Promise<Example> => {
    const { target, holds, input } = await measured(place);
    expectOk(await noteMeasure(place.app, employerOf(place.area, target.held), target, input));
    return { target, holds, input: { request: input.request, review: "見本", reviewedOn: "2026-11-22" } };
  }),
  "stress-own.note-measure": standing(measured),
  "stress-answer.read-form": byCode("open"),
  "stress-answer.keep": byCode("open", { q1: "1" }),
  "stress-answer.submit": byCode("open", sheet(false)),
  "stress-result.read": byCode("answered"),
  "stress-interview.ask": byCode("answered", { told: "yes" }),
  "stress-interview.list": office,
  "stress-interview.read": ofRequest(),
  "stress-interview.report": standing(async (place) => {
    const target = await requestOf(place);
    expectOk(await reportInterview(place.app, doctorOf(place), target, REPORT));
    return { target, input: { ...REPORT, measures: "訂正" } };
  }),
};

const RUN = "offices/:organisation/stress-checks/:run";

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "stress-checks": "stress-run.list-offices",
  "offices/:organisation/stress-checks": "stress-run.list",
  [RUN]: "stress-run.read",
  [`${RUN}/workplaces/:workplace`]: "stress-workplace.read",
  [`${RUN}/workplaces/:workplace/slips.pdf`]: "stress-code.print",
  [`${RUN}/workplaces/:workplace/results.pdf`]: "stress-result.print",
  "offices/:organisation/stress-joint": "stress-joint.list",
  "offices/:organisation/stress-joint/:run": "stress-joint.read",
  "offices/:organisation/stress-interviews": "stress-interview.list",
  "offices/:organisation/stress-interviews/:request": "stress-interview.read",
  stress: "open",
  "stress/workplace/:token": "stress-own.read",
  "stress/workplace/:token/notice.pdf": "stress-own.print-notice",
  "stress/:token": "open",
  "stress/:token/result": "open",
};
